import { getTranslations } from "next-intl/server";
import { UnitStanding } from "@/components/evaluation/unit-standing";
import { formHref } from "@/components/project/action-words";
import type { ProjectViewProps } from "@/components/project/project-tabs";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/content";
import { EmptyState } from "@/components/ui/states";
import { seesOnlyAsExpert } from "@/lib/access/scope";
import { approvalActions } from "@/lib/approval/actions";
import { contractsOf } from "@/lib/approval/contract-queries";
import { panelsOf } from "@/lib/approval/queries";
import { query } from "@/lib/kernel/query";
import { stateRow } from "@/lib/lifecycle/states";
import styles from "./approval.module.css";
import { ContractPart } from "./contract-part";
import { ExpertPart } from "./expert-part";
import { MergedReview } from "./merged-review";
import { NoticePart } from "./notice-part";
import { PanelTable } from "./panel-table";
import { ProxyDecisions } from "./proxy-decisions";

/** Review, decision, public notice and contract, as far as this reader may see them. */
export async function ApprovalView(props: ProjectViewProps) {
  const { actor, project, now } = props;
  if (seesOnlyAsExpert(actor)) return <ExpertPart {...props} />;
  const [t, common] = await Promise.all([
    getTranslations("screens-approval"),
    getTranslations("approval"),
  ]);
  const [panels, contracts, actions] = await query(actor, async (tx) => [
    (await panelsOf(tx, actor, project.id, now)).filter(({ purpose }) => purpose === "review"),
    await contractsOf(tx, actor, project.id),
    await approvalActions(tx, actor, project.id),
  ]);
  const early = stateRow(project.state).stage === "application" && panels.length === 0;
  return (
    <>
      {actions.length > 0 ? (
        <div className={styles.steps}>
          {actions.map((name) => (
            <LinkButton key={name} href={formHref(project.id, name)}>
              {common(`commands.${name.split(".")[1] ?? ""}.title`)}
            </LinkButton>
          ))}
        </div>
      ) : null}
      <UnitStanding actor={actor} project={project} now={now} />
      <ProxyDecisions actor={actor} data={{ project }} />
      {early ? <EmptyState title={t("view.notYet")}>{t("view.notYetText")}</EmptyState> : null}
      <MergedReview actor={actor} data={{ project }} words={props.words} />
      {panels.map((panel) => (
        <PanelTable key={panel.id} panel={panel} project={project} now={now} actor={actor} />
      ))}
      <NoticePart {...props} />
      {contracts.length > 0 ? (
        <ContractPart {...props} contracts={contracts} />
      ) : project.state === "contracting" ? (
        <Section title={t("contract.title")}>{t("contract.notDrafted")}</Section>
      ) : null}
    </>
  );
}
