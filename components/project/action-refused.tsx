import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/states";
import type { FormRefusal } from "@/lib/commands/form-data";
import type { ActionProps } from "./action-page";
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

/** What stands against the step now, each with what to do next. */
export async function Blocked({ codes }: { codes: readonly string[] }) {
  if (codes.length === 0) return null;
  const [t, errors] = await Promise.all([
    getTranslations("screens-application"),
    getTranslations("errors"),
  ]);
  return (
    <Notice tone="warning" title={t("action.blocked")}>
      <ul>
        {codes.map((code) => (
          <li key={code}>{errors.has(code) ? errors(code) : errors("refused", { code })}</li>
        ))}
      </ul>
    </Notice>
  );
}
