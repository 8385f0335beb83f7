import { getTranslations } from "next-intl/server";
import { CommandForm } from "@/components/form/command-form";
import { ConfirmAction } from "@/components/form/confirm-action";
import type { Words } from "@/components/project/words";
import { Facts, Section } from "@/components/ui/content";
import { DateText, Money } from "@/components/ui/figures";
import { Notice } from "@/components/ui/states";
import { type Actor, holds } from "@/lib/access/actor";
import { bureauRoles } from "@/lib/access/roles";
import type { registrationDetail } from "@/lib/application/queries";
import { rejectRegistrationInput } from "@/lib/application/schema";
import { RegistrationStatus } from "./registration-table";

type Batch = NonNullable<Awaited<ReturnType<typeof registrationDetail>>>;

/** Who entered the batch and who answered it; another officer's way to answer. */
export async function RegistrationAnswer({
  actor,
  batch,
  words,
}: {
  actor: Actor;
  batch: Batch;
  words: Words;
}) {
  const t = await getTranslations("screens-application.registrations");
  return (
    <>
      <Section title={t("detail")}>
        <Facts
          items={[
            { label: t("status"), value: <RegistrationStatus status={batch.status} /> },
            { label: t("rows"), value: batch.rowCount },
            { label: t("by"), value: batch.createdByName },
            { label: t("at"), value: <DateText value={batch.createdAt} minute /> },
            { label: t("answeredBy"), value: batch.confirmedByName ?? "—" },
            { label: t("answeredAt"), value: <DateText value={batch.confirmedAt} minute /> },
            { label: t("note"), value: batch.note || "—", wide: true },
          ]}
        />
      </Section>
      {batch.status === "pending" && holds(actor, ...bureauRoles) ? (
        <Answer batch={batch} own={batch.createdById === actor.userId} words={words} />
      ) : null}
    </>
  );
}

async function Answer({ batch, own, words }: { batch: Batch; own: boolean; words: Words }) {
  const t = await getTranslations("screens-application.registrations");
  if (own) return <Notice title={t("waiting")}>{t("own")}</Notice>;
  const target = { registrationId: batch.id, version: batch.version };
  return (
    <>
      <Section title={t("willHappen")}>
        <Effects summary={batch.summary} words={words} />
        <ConfirmAction
          command="application.confirm-registration"
          body={target}
          label={t("confirm")}
          title={t("confirmTitle")}
          variant="primary"
        >
          <p>{t("confirmText", { count: batch.rowCount })}</p>
        </ConfirmAction>
      </Section>
      <Section title={t("rejectTitle")} bare>
        <CommandForm
          command="application.reject-registration"
          schema={rejectRegistrationInput}
          ns="application.commands.reject-registration"
          hidden={target}
          next={`/registrations/${batch.id}`}
          tone="refuse"
        />
      </Section>
    </>
  );
}

/** What confirming will bring about, in numbers, before it is done. */
async function Effects({ summary, words }: { summary: Batch["summary"]; words: Words }) {
  const t = await getTranslations("screens-application.registrations");
  const { units, newUnits, technologies, links, targets, defaultTargets } = summary;
  const counts = { units, newUnits, technologies, links, targets, defaultTargets };
  const states = summary.byState.map(({ state, count }) => `${words.state(state)} ${count}`);
  return (
    <Facts
      items={[
        { label: t("willProjects"), value: summary.projects },
        { label: t("willStates"), value: states.join(words.locale === "en" ? ", " : "，") },
        { label: t("willUnits"), value: t("unitsOf", counts) },
        { label: t("willGrant"), value: <Money yuan={summary.grant} unit={t("wan")} /> },
        { label: t("willLedger"), value: t("ledgerOf", counts) },
        { label: t("willTargets"), value: t("targetsOf", counts) },
      ]}
    />
  );
}
