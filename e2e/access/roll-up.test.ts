import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/ids";
import { useWorld } from "@/test/world";
import { type Cookies, origin, signInAll } from "./http";
import { prepareWorld } from "./ways/scene";

const world = useWorld();
let cookies: Cookies = new Map();
const [itemId, year] = [newId(), 2026];

beforeAll(async () => {
  await prepareWorld(world);
  cookies = await signInAll(world);
  const split = { fiscal: "100", carried: "0", other: "0" };
  await world.owner.budgetItem.create({
    data: {
      id: itemId,
      code: "BI",
      zh: "专项",
      en: "Fund",
      fund: "资金",
      validFrom: new Date(0),
      years: {
        create: [{ id: newId(), year, initial: split, adjusted: split, executed: split }],
      },
    },
    select: { id: true },
  });
});

/** One of a form's files, asked for by a role, or by nobody. */
async function file(role: "manager" | "district_officer" | "unit_admin" | null, name: string) {
  const { GET } = await import("@/app/api/budget/[id]/[year]/[file]/route");
  const cookie = role === null ? undefined : cookies.get(role);
  const address = `${origin}/api/budget/${itemId}/${year}/${name}`;
  const request = new Request(address, { headers: cookie ? { cookie } : {} });
  const params = Promise.resolve({ id: itemId, year: String(year), file: name });
  return (await GET(request, { params })).status;
}

describe("the files of a budget item's forms", () => {
  it("are refused to strangers, districts and units, and unknown names to all", async () => {
    expect(await file(null, "goals.xlsx")).toBe(401);
    expect(await file("district_officer", "goals.xlsx")).toBe(404);
    expect(await file("unit_admin", "self_evaluation.pdf")).toBe(404);
    for (const name of ["goals", "goals.exe", "nothing.pdf", "goals.pdf.exe/../x"]) {
      expect(await file("manager", name), name).toBe(404);
    }
  });
});

describe("the list of evaluations as Excel", () => {
  it("is refused to strangers and units", async () => {
    const { GET } = await import("@/app/api/evaluations.xlsx/route");
    const ask = async (role: "unit_admin" | "sysadmin" | null) => {
      const cookie = role === null ? undefined : cookies.get(role);
      const headers = cookie ? { cookie } : undefined;
      return (await GET(new Request(`${origin}/api/evaluations.xlsx`, { headers }))).status;
    };
    expect(await ask(null)).toBe(401);
    expect(await ask("unit_admin")).toBe(404);
    expect(await ask("sysadmin")).toBe(404);
  });
});
