import { getTranslations } from "next-intl/server";
import type { ProjectViewProps } from "@/components/project/project-tabs";
import { EmptyState } from "@/components/ui/states";
import { WarningsSection } from "@/components/warnings/warnings-section";
import { changesOf, promiseOf } from "@/lib/absorption/change-queries";
import { incentivesOf } from "@/lib/absorption/incentives/queries";
import { moneyOf } from "@/lib/absorption/money-queries";
import { ledgerOf } from "@/lib/absorption/queries";
import { readingsOf } from "@/lib/absorption/reading-queries";
import { recordsOf } from "@/lib/absorption/records/queries";
import { midTermChecksOf, reportsOf } from "@/lib/absorption/report-queries";
import { suspensionOf } from "@/lib/absorption/suspension-queries";
import { query } from "@/lib/kernel/query";
import { rememberProject } from "@/lib/project/load";
import { warningsOfProject } from "@/lib/warnings/queries";
import { ChangesSection } from "./changes-section";
import { IncentivesSection } from "./incentives-section";
import { LedgerSection } from "./ledger-section";
import { MeasuresSection } from "./measures-section";
import { MilestonesSection } from "./milestones-section";
import { MoneySection } from "./money-section";
import { ProgressSection } from "./progress-section";
import { PromiseSection } from "./promise-section";
import { RecordsSection } from "./records-section";
import { ReportsSection } from "./reports-section";
import { SuspensionNotice } from "./suspension-notice";

/** The bureau's steps that stand beside the reports. */
const supervising: ReadonlySet<string> = new Set([
  "absorption.plan-mid-term",
  "absorption.propose-suspension",
]);

/** The absorption of a project: ledger, measures, milestones, reports, changes and money. */
export async function AbsorptionView({ actor, project, words, now }: ProjectViewProps) {
  const t = await getTranslations("screens-absorption");
  const read = await query(actor, async (tx) => {
    rememberProject(tx, actor, project);
    return {
      ledger: await ledgerOf(tx, actor, project.id, now),
      reports: await reportsOf(tx, actor, project.id, now),
      checks: await midTermChecksOf(tx, actor, project.id),
      changes: await changesOf(tx, actor, project.id),
      promise: await promiseOf(tx, actor, project.id),
      money: await moneyOf(tx, actor, project.id, now),
      incentives: await incentivesOf(tx, actor, project.id, now),
      readings: await readingsOf(tx, actor, project.id, now),
      records: await recordsOf(tx, actor, project.id, now),
      suspension: await suspensionOf(tx, actor, project.id),
      warnings: await warningsOfProject(tx, actor, project.id, now),
    };
  });
  const { ledger, reports, checks, changes, promise, money } = read;
  const begun =
    ledger !== null &&
    (ledger.technologies.length > 0 ||
      ledger.milestones.length > 0 ||
      ledger.actions.length > 0 ||
      (money?.tranches.length ?? 0) > 0);
  if (!begun) return <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>;
  return (
    <>
      <SuspensionNotice projectId={project.id} suspension={read.suspension} />
      <WarningsSection warnings={read.warnings} words={words} now={now} />
      <MeasuresSection ledger={ledger} words={words} />
      <LedgerSection ledger={ledger} words={words} />
      {read.readings ? <ProgressSection readings={read.readings} words={words} /> : null}
      {read.records ? (
        <RecordsSection projectId={project.id} records={read.records} words={words} />
      ) : null}
      <MilestonesSection ledger={ledger} />
      {reports && checks ? (
        <ReportsSection
          projectId={project.id}
          reports={reports}
          checks={checks}
          actions={ledger.actions.filter((name) => supervising.has(name))}
        />
      ) : null}
      {changes ? <ChangesSection projectId={project.id} view={changes} words={words} /> : null}
      {money ? <MoneySection projectId={project.id} money={money} words={words} /> : null}
      {ledger.hasLedger && read.incentives ? (
        <IncentivesSection projectId={project.id} incentives={read.incentives} words={words} />
      ) : null}
      {promise ? <PromiseSection promise={promise} words={words} /> : null}
    </>
  );
}
