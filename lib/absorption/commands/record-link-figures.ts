import type { z } from "zod";
import { personOf } from "@/lib/access/actor";
import { expectOne, invalidField } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { shanghaiDate } from "@/lib/kernel/working-days";
import { childEvent, guardedBy } from "@/lib/project/command";
import type { ProjectRecord } from "@/lib/project/load";
import { storedDay } from "../dates";
import { findLink, type LoadedLink } from "../load-link";
import { figureValue } from "../rules";
import { recordLinkFiguresInput } from "../schema";
import { asLoaded, defineStep } from "../step";
import type { FigureDefinition } from "../template";

type Input = z.output<typeof recordLinkFiguresInput>;

/** Records what a link has cost and its figures, each with basis and date; older figures stay as history. */
export const recordLinkFigures = defineStep({
  name: "absorption.record-link-figures",
  input: recordLinkFiguresInput,
  find: findLink,
  rule: (_project, link, input, now) => {
    const today = shanghaiDate(now);
    if (input.actualFrom && input.actualFrom > today) {
      throw invalidField("actualFrom", "in_the_future");
    }
    for (const [index, figure] of input.figures.entries()) {
      if (figure.asOf > today) throw invalidField(`figures.${index}.asOf`, "in_the_future");
      definitionOf(link, figure.code, index);
    }
  },
  run: async ({ tx, actor, now }, project, link, input) => {
    const rows = figureRows(project, link, input, personOf(actor), now);
    await tx.ledgerFigure.createMany({ data: rows });
    const result = await tx.ledgerLink.updateMany({
      where: asLoaded(project, link),
      data: {
        ...(input.cost ? { cost: input.cost } : {}),
        ...(input.actualFrom ? { actualFrom: storedDay(input.actualFrom) } : {}),
        version: { increment: 1 },
      },
    });
    expectOne(result);
    return {
      data: { linkId: link.id, version: link.version + 1 },
      event: childEvent(
        project,
        { type: "ledger_link", id: link.id },
        {
          params: {
            technology: link.technologyName,
            link: link.link,
            cost: input.cost ?? null,
            figures: rows.map((row) => `${row.code}=${row.value}`),
          },
        },
      ),
    };
  },
});

function figureRows(
  project: ProjectRecord,
  link: LoadedLink,
  input: Input,
  recordedById: string,
  now: Date,
) {
  return input.figures.map((figure, index) => {
    const definition = definitionOf(link, figure.code, index);
    return {
      id: newId(),
      ...guardedBy(project),
      ledgerLinkId: link.id,
      code: figure.code,
      value: figureValue(definition, figure, `figures.${index}`),
      numerator: figure.numerator ?? null,
      denominator: figure.denominator ?? null,
      unit: definition.unit,
      basis: figure.basis,
      asOf: storedDay(figure.asOf),
      recordedById,
      recordedAt: now,
    };
  });
}

function definitionOf(link: LoadedLink, code: string, index: number): FigureDefinition {
  const definition = link.facts.template.figures.find((figure) => figure.code === code);
  if (!definition) throw invalidField(`figures.${index}.code`, "not_in_template");
  return definition;
}
