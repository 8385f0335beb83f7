import { absorptionCommands } from "@/lib/absorption/commands";
import { accountsCommands } from "@/lib/accounts/commands";
import { applicationCommands } from "@/lib/application/commands";
import { approvalCommands } from "@/lib/approval/commands";
import { proxyCommands } from "@/lib/approval/proxy-commands";
import { callsCommands } from "@/lib/calls/commands";
import { documentsCommands } from "@/lib/documents/commands";
import { carriersCommands } from "@/lib/evaluation/carriers/commands";
import { evaluationCommands } from "@/lib/evaluation/commands";
import { consequenceCommands } from "@/lib/evaluation/consequences/commands";
import { rulesCommands } from "@/lib/evaluation/publishing/commands";
import { rollupCommands } from "@/lib/evaluation/rollup/commands";
import { surveyCommands } from "@/lib/evaluation/survey/commands";
import type { Command } from "@/lib/kernel/command";
import { liaisonCommands } from "@/lib/liaison/commands";
import { referenceCommands } from "@/lib/reference/commands";
import { reportsCommands } from "@/lib/reports/commands";

const ofRooms: readonly Command[] = [
  ...applicationCommands,
  ...approvalCommands,
  ...absorptionCommands,
  ...evaluationCommands,
  ...rollupCommands,
  ...reportsCommands,
  ...consequenceCommands,
  ...carriersCommands,
  ...surveyCommands,
  ...rulesCommands,
  ...callsCommands,
  ...accountsCommands,
  ...documentsCommands,
  ...liaisonCommands,
  ...referenceCommands,
];

const collective = new Map(
  ofRooms.filter(({ transition }) => transition !== null).map((command) => [command.name, command]),
);

/** All that Kehe can do. The client's types, the OpenAPI document, the matrix and the tests derive from it. */
export const commands: readonly Command[] = [
  ...ofRooms,
  ...proxyCommands((name) => collective.get(name) ?? null),
];

const byName = new Map(commands.map((command) => [command.name, command]));

if (byName.size !== commands.length) throw new Error("two commands share a name");

/** The command of this name, or null. */
export function commandNamed(name: string): Command | null {
  return byName.get(name) ?? null;
}
