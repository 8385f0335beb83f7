import type { ReactNode } from "react";
import { FilingAside } from "@/components/evaluation/filing-aside";
import { CommandForm } from "@/components/form/command-form";
import type { Choice } from "@/components/form/types";
import { hiddenFields, inputShape } from "@/lib/commands/form-fields";
import { commandNamed } from "@/lib/commands/registry";
import { actionLists } from "./action-lists";
import type { ActionProps } from "./action-page";
import { proxySchema } from "./action-proxy";
import { commandWords, toneOf } from "./action-words";
import { tabOfRoom } from "./tab-keys";

/** What stands beside a form and follows what is typed. */
const asides: Readonly<Record<string, (props: ActionProps) => Promise<ReactNode>>> = {
  "evaluation.save-acceptance-file": FilingAside,
  "evaluation.submit-acceptance-file": FilingAside,
};

const RECORD_PROXY = "approval.record-proxy-decision";

/** The command's form with its choices and what it starts with. */
export async function ActionForm(props: ActionProps) {
  const { command, data, byProxy } = props;
  const lists = await actionLists(props);
  if (byProxy) return <ProxyForm {...props} lists={lists} />;
  const words = await commandWords(command);
  const Aside = asides[command.name];
  return (
    <CommandForm
      command={command.name}
      schema={command.input}
      ns={words.key}
      hidden={data.hidden}
      values={data.prefill.values}
      lists={lists}
      files={data.prefill.files}
      shownFor={data.prefill.shownFor}
      next={nextOf(command.name, data.project.id, data.hidden)}
      cancelHref={`/projects/${data.project.id}`}
      submitLabel={words.submit ?? words.title}
      tone={toneOf(command.name)}
      aside={Aside ? <Aside {...props} /> : undefined}
    />
  );
}

/**
 * Where a step leads: back to the place that it was taken from, which says that it is done. Who is
 * done with a project outside his sight goes to his desk.
 */
function nextOf(
  command: string,
  projectId: string,
  hidden: Readonly<Record<string, string | number>>,
): string {
  if (command === "surveys.invite") return `/surveys/link?project=${projectId}#{surveyToken}`;
  const leaves = [
    "approval.declare-interest",
    "evaluation.cast-acceptance-vote",
    "evaluation.decline-acceptance-seat",
  ];
  if (leaves.includes(command)) return "/";
  const [room = ""] = command.split(".");
  const part = tabOfRoom(room);
  const search = new URLSearchParams({ ...(part ? { tab: part } : {}), done: command });
  return `/projects/${projectId}?${search}${anchorOf(hidden)}`;
}

/** The row or the link that the step was on. */
function anchorOf(hidden: Readonly<Record<string, string | number>>): string {
  if (hidden.linkId) return `#link-${hidden.linkId}`;
  const child = Object.entries(hidden).find(
    ([name, value]) => name !== "projectId" && name.endsWith("Id") && typeof value === "string",
  );
  return child ? `#row-${child[1]}` : "";
}

/** 代录: the decision's own form inside the form that enters it for the manager. */
async function ProxyForm({
  command,
  data,
  lists,
}: ActionProps & { lists: Record<string, readonly Choice[]> }) {
  const record = commandNamed(RECORD_PROXY);
  if (record === null) return null;
  const [words, target] = [await commandWords(record), await commandWords(command)];
  const named = "minutesNumber" in inputShape(command.input);
  const { projectId, ...rest } = data.hidden;
  return (
    <CommandForm
      command={RECORD_PROXY}
      schema={proxySchema(command)}
      ns={words.key}
      inner={{
        field: "input",
        ns: target.key,
        hidden: [...hiddenFields(command.input), "minutesNumber"],
      }}
      copies={named ? { minutesNumber: "input.minutesNumber" } : undefined}
      hidden={{
        projectId: projectId ?? data.project.id,
        command: command.name,
        input: { projectId: projectId ?? data.project.id, ...rest },
      }}
      values={{ input: data.prefill.values ?? {} }}
      lists={lists}
      next={`/projects/${data.project.id}?tab=approval`}
      cancelHref={`/projects/${data.project.id}`}
      submitLabel={words.submit ?? words.title}
      formKey={`${RECORD_PROXY}|${command.name}|${data.project.id}`}
    />
  );
}
