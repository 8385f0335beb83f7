import { getTranslations } from "next-intl/server";
import { StepLinks } from "@/components/project/step-links";
import { titleOf, type Words } from "@/components/project/words";
import { Tag } from "@/components/ui/badge";
import { formatDate } from "@/components/ui/format";
import { Notice } from "@/components/ui/states";
import type { YearlyItem } from "@/lib/reports/queries";
import type { FormStatus } from "@/lib/reports/rules";
import { Answers } from "./answers";
import { ChangesList } from "./changes-list";
import styles from "./reports.module.css";
import { StatusBadge } from "./status-badge";

interface ReportBlockProps {
  item: YearlyItem;
  words: Words;
  overdue: boolean;
  /** The unit checks before it hands in: shows what is still a draft, offers no single steps. */
  checking?: boolean;
}

/** One project's report to read: what changed, what was stated, where it stands, what can be done. */
export async function ReportBlock({ item, words, overdue, checking = false }: ReportBlockProps) {
  const t = await getTranslations("screens-reports");
  const { project, kind, period } = item;
  const waits = item.owed && !checking;
  return (
    <section className={styles.block} id={`report-${item.reportId}`}>
      <div className={styles.blockHead}>
        <h2>
          <a href={`/projects/${project.id}`}>{titleOf(project, words)}</a>
        </h2>
        <span>{project.number ?? "—"}</span>
        <span>{t(`kind.${kind}`, { period: String(period) })}</span>
        {project.lightProfile ? <Tag>{t("light")}</Tag> : null}
        {item.status === "open" && !item.owed ? (
          <Tag>{t("notOwed")}</Tag>
        ) : (
          <StatusBadge status={statusOf(item)} overdue={item.owed && overdue} />
        )}
      </div>
      {item.owed && item.returnedReason ? (
        <Notice tone="warning">{t("returnedReason", { reason: item.returnedReason })}</Notice>
      ) : null}
      <ChangesList item={item} words={words} />
      {waits ? <p>{t("noAnswers")}</p> : <Answers item={item} />}
      {item.confirmedByName && item.confirmedAt ? (
        <p className={styles.sub}>
          {t("confirmedBy", { name: item.confirmedByName, at: formatDate(item.confirmedAt) })}
        </p>
      ) : null}
      {checking ? null : (
        <div className={styles.gap}>
          <StepLinks projectId={project.id} actions={item.actions} params={paramsOf(item)} />
        </div>
      )}
    </section>
  );
}

function statusOf(item: YearlyItem): FormStatus {
  if (item.status === "open") return item.returnedReason === null ? "open" : "returned";
  if (item.status === "submitted") return "submitted";
  return item.status === "district_confirmed" ? "confirmed" : "closed";
}

/** What the form of a single step must know, as its kind calls it. */
const paramsOf = ({ kind, reportId, version }: YearlyItem): Record<string, string | number> =>
  kind === "annual" ? { reportId, version } : { reportId, reportVersion: version };
