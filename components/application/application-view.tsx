import { getTranslations } from "next-intl/server";
import { UnitStanding } from "@/components/evaluation/unit-standing";
import { formHref } from "@/components/project/action-words";
import type { ProjectViewProps } from "@/components/project/project-tabs";
import { LinkButton } from "@/components/ui/button";
import { Facts, Section } from "@/components/ui/content";
import { DateText } from "@/components/ui/figures";
import { EmptyState } from "@/components/ui/states";
import { seesOnlyAsExpert } from "@/lib/access/scope";
import { opinionsOf } from "@/lib/application/opinion-queries";
import { type ProposalPage, proposalOf } from "@/lib/application/proposal-queries";
import type { ProposalVersion } from "@/lib/application/queries";
import { query } from "@/lib/kernel/query";
import styles from "./application.module.css";
import { checkTexts } from "./check-texts";
import { Checklist } from "./checklist";
import { ProposalDocument } from "./proposal-document";
import { ReturnNotes } from "./return-notes";

/** The application: the proposal to read, its versions, why it came back, and what can be done on it. */
export async function ApplicationView({ actor, project, words, now }: ProjectViewProps) {
  const t = await getTranslations("screens-application");
  if (seesOnlyAsExpert(actor)) {
    return <EmptyState title={t("view.expert")}>{t("view.expertText")}</EmptyState>;
  }
  const [proposal, opinions] = await query(actor, async (tx) => [
    await proposalOf(tx, actor, project.id),
    await opinionsOf(tx, actor, project.id),
  ]);
  if (proposal === null) return null;
  if (project.origin === "registered") {
    return <EmptyState title={t("view.registered")}>{t("view.registeredText")}</EmptyState>;
  }
  return (
    <>
      <div className={styles.stack}>
        <UnitStanding actor={actor} project={project} now={now} />
        <Steps proposal={proposal} />
        <ReturnNotes notes={proposal.view.returned} words={words} />
        {proposal.editable ? (
          <Checklist items={proposal.view.checklist} texts={await checkTexts()} />
        ) : null}
      </div>
      {opinions.map((opinion) => (
        <Section key={opinion.id} title={t(`opinion.${opinion.kind}`)}>
          <Facts
            items={[
              {
                label: t("opinion.by"),
                value: `${opinion.byName} · ${words.role(opinion.byRole)}`,
              },
              { label: t("opinion.at"), value: <DateText value={opinion.at} minute /> },
              { label: t("opinion.text"), value: opinion.text || "—", wide: true },
            ]}
          />
        </Section>
      ))}
      {proposal.view.shown === null ? (
        <EmptyState title={t("view.nothingSaved")} />
      ) : (
        <Section title={t("proposal.title")} note={<Version shown={proposal.view.shown} />} bare>
          <ProposalDocument
            content={proposal.content}
            words={words}
            indicatorSetId={project.indicatorSetId}
          />
        </Section>
      )}
      <Versions proposal={proposal} />
    </>
  );
}

async function Steps({ proposal }: { proposal: ProposalPage }) {
  const [t, room] = await Promise.all([
    getTranslations("screens-application"),
    getTranslations("application"),
  ]);
  if (proposal.actions.length === 0) return null;
  const titleOf = (name: string) =>
    name === "application.save-draft"
      ? t("view.edit")
      : room(`commands.${name.split(".")[1] ?? ""}.title`);
  return (
    <div className={styles.next}>
      {proposal.actions.map((name) => (
        <LinkButton
          key={name}
          variant={name === "application.save-draft" ? "primary" : "secondary"}
          href={formHref(proposal.view.projectId, name)}
        >
          {titleOf(name)}
        </LinkButton>
      ))}
    </div>
  );
}

async function Version({ shown }: { shown: ProposalVersion }) {
  const t = await getTranslations("screens-application");
  return (
    <>
      {t("view.version", { version: shown.version, by: shown.savedByName })}{" "}
      <DateText value={shown.submittedAt ?? shown.savedAt} minute />
    </>
  );
}

/** What was submitted and when, with the hash that stands in the record of the submission. */
async function Versions({ proposal }: { proposal: ProposalPage }) {
  const t = await getTranslations("screens-application");
  if (proposal.submitted.length === 0) return null;
  return (
    <Section title={t("view.versions")}>
      <ul>
        {proposal.submitted.map(({ version, submittedAt, savedByName, contentHash }) => (
          <li key={version}>
            {t("view.submitted", { version, by: savedByName })}{" "}
            <DateText value={submittedAt} minute />{" "}
            <span className={styles.hash}>{contentHash}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
