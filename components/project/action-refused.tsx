import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/states";
import type { FormRefusal } from "@/lib/commands/form-data";
import { commandNamed } from "@/lib/commands/registry";
import type { ActionProps } from "./action-page";
import { commandWords, formHref } from "./action-words";
import { turnWords } from "./words";

/** Why this actor can't take the step: his role, the state, or an incomplete address; and whose turn it is. */
export async function ActionRefused({
  data: { project },
  words,
  refusal,
}: ActionProps & { refusal: NonNullable<FormRefusal> }) {
  const [t, errors] = await Promise.all([
    getTranslations("screens-application"),
    getTranslations("errors"),
  ]);
  const { turn } = project;
  return (
    <Notice
      tone="refused"
      title={t("action.refused")}
      actions={<LinkButton href={`/projects/${project.id}`}>{t("action.back")}</LinkButton>}
    >
      <p>{refusal === "incomplete_address" ? t("action.incomplete") : errors(refusal)}</p>
      {turn ? (
        <p>
          {t("action.turn", {
            state: words.state(project.state),
            who: turnWords(turn, words),
          })}
        </p>
      ) : null}
    </Notice>
  );
}

/** The step that clears a guard away, where there is one. */
const remedies: Readonly<Record<string, string>> = {
  panel_formed: "approval.form-panel",
  new_panel_formed: "approval.form-panel",
  no_unresolved_duplicate: "approval.record-duplicate-check",
  all_parties_signed: "approval.sign-contract",
  reminded_twice: "approval.remind-signing",
  officer_proposed: "absorption.propose-suspension",
  result_proposed: "evaluation.propose-result",
  notice_served: "evaluation.serve-overdue-notice",
  score_audited: "evaluation.audit-evaluation",
};

async function Remedy({ code, projectId }: { code: string; projectId: string }) {
  const name = remedies[code];
  const command = name ? commandNamed(name) : null;
  if (command === null) return null;
  const { title } = await commandWords(command);
  return (
    <>
      {" "}
      <a href={formHref(projectId, command.name)}>{title}</a>
    </>
  );
}

/** What stands against the step now, each with what to do next. */
export async function Blocked({
  codes,
  projectId,
}: {
  codes: readonly string[];
  projectId: string;
}) {
  if (codes.length === 0) return null;
  const [t, errors] = await Promise.all([
    getTranslations("screens-application"),
    getTranslations("errors"),
  ]);
  return (
    <Notice tone="warning" title={t("action.blocked")}>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            {errors.has(code) ? errors(code) : errors("refused", { code })}
            <Remedy code={code} projectId={projectId} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}
