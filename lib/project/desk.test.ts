import { expect, it } from "vitest";
import { newId } from "@/lib/kernel/ids";
import { query } from "@/lib/kernel/query";
import { useWorld } from "@/test/world";
import { deskOf } from "./desk";

const world = useWorld();

it("pages beyond fifty items, each once, and leaves out what begins later", async () => {
  const project = await world.project({ state: "active", bare: true });
  const duty = (since: Date) => ({
    id: newId(),
    projectId: project.id,
    kind: "absorption.issue_payment",
    subjectType: "tranche",
    subjectId: newId(),
    holderRole: "bureau_officer",
    since,
    dueAt: null,
  });
  const later = new Date(world.now().getTime() + 1);
  await world.owner.duty.createMany({
    data: [...Array.from({ length: 55 }, () => duty(world.now())), duty(later)],
  });
  const officer = world.as("officer");
  const page = (n: number) => query(officer, (tx) => deskOf(tx, officer, "todo", world.now(), n));
  const [first, second] = [await page(1), await page(2)];
  expect([first.rows.length, first.more, first.counts.todo]).toEqual([50, true, 55]);
  expect([second.rows.length, second.more]).toEqual([5, false]);
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(55);
});
