import { proposalForm } from "@/lib/application/form";

/** The parts of a proposal in the order of its form. */
export const proposalParts = proposalForm.definition.sections;

const undertakingPaths = ["technologies", "targets", "milestones", "tranches"].map(
  (name) => `undertaking.${name}`,
);

/** Paths of the proposal's fields on which a reason can be given. */
export const proposalFieldPaths: readonly string[] = proposalParts.flatMap(({ fields }) =>
  fields.flatMap((name: string) => (name === "undertaking" ? undertakingPaths : [name])),
);

/** The text key of a field's name, relative to `application`. */
export const fieldKey = (path: string): string => `fields.${path}.label`;
