import { writeFileSync } from "node:fs";
import { type State, stageIds, stateIds, stateRow } from "@/lib/lifecycle/states";
import { transitionIds, transitionRow } from "@/lib/lifecycle/transitions";

/** Writes docs/lifecycle.md from the life-cycle table; a test refuses a stale one. */
export function lifecycleDocument(): string {
  return [
    "# The life-cycle",
    "",
    "Generated from `lib/lifecycle` by `npm run docs:lifecycle`; do not edit.",
    "",
    "```mermaid",
    "stateDiagram-v2",
    ...stageIds.flatMap((stage) => [
      `  state ${stage}_stage {`,
      ...stateIds
        .filter((state) => stateRow(state).stage === stage)
        .map((state) => `    ${state} : ${stateRow(state).official.zh} ${state}`),
      "  }",
    ]),
    "  [*] --> draft",
    ...transitionIds.flatMap(arrows),
    "```",
    "",
    "| T | From | To | Action | Roles | Guards | Documents |",
    "|---|---|---|---|---|---|---|",
    ...transitionIds.map((id) => {
      const row = transitionRow(id);
      return `| ${id} | ${row.from.join(", ") || "–"} | ${row.to} | ${row.name.zh} ${row.name.en} (\`${row.command}\`) | ${row.roles.join(", ")}${row.fourEyes ? " (four eyes)" : ""}${row.collective ? " (collective)" : ""} | ${row.guards.join(", ") || "–"} | ${row.documents.join(", ") || "–"} |`;
    }),
    "",
  ].join("\n");
}

function arrows(id: (typeof transitionIds)[number]): string[] {
  const row = transitionRow(id);
  if (row.to === "where_it_stands") {
    const targets: State[] = ["active", "tracking", "archived"];
    return targets.map((to) => `  [*] --> ${to} : ${id}`);
  }
  return row.from.map((from) => `  ${from} --> ${row.to} : ${id} ${row.name.zh}`);
}

if (process.argv[1]?.endsWith("state-diagram.ts")) {
  writeFileSync("docs/lifecycle.md", lifecycleDocument());
  console.log("docs/lifecycle.md written");
}
