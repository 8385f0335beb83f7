import { getTranslations } from "next-intl/server";
import { commandWords, formHref } from "@/components/project/action-words";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Facts, Section } from "@/components/ui/content";
import { DateText, Money } from "@/components/ui/figures";
import type { Actor } from "@/lib/access/actor";
import { proxyDecisionsOf } from "@/lib/approval/queries";
import { commandNamed } from "@/lib/commands/registry";
import { query } from "@/lib/kernel/query";

type Decision = Awaited<ReturnType<typeof proxyDecisionsOf>>[number];

interface ProxyProps {
  actor: Actor;
  data: { project: { id: string } };
}

/** The decision that waits to be confirmed, with all that was entered. */
export async function PendingProxy({ actor, data }: ProxyProps) {
  const decisions = await query(actor, (tx) => proxyDecisionsOf(tx, actor, data.project.id));
  const pending = decisions.find(({ status }) => status === "pending");
  return pending ? <DecisionCard decision={pending} /> : null;
}

/** Decisions entered for the manager: the one that waits, with its steps, then the settled ones. */
export async function ProxyDecisions({ actor, data }: ProxyProps) {
  const decisions = await query(actor, (tx) => proxyDecisionsOf(tx, actor, data.project.id));
  return decisions.map((decision) => (
    <DecisionCard
      key={decision.id}
      decision={decision}
      projectId={
        decision.status === "pending" && decision.recordedById !== actor.userId
          ? data.project.id
          : undefined
      }
    />
  ));
}

async function DecisionCard({ decision, projectId }: { decision: Decision; projectId?: string }) {
  const t = await getTranslations("screens-approval");
  const { title } = await decisionWords(decision);
  return (
    <Section
      title={t("proxy.title", { decision: title })}
      actions={projectId ? <Steps projectId={projectId} decision={decision} /> : null}
    >
      <Facts
        items={[
          { label: t("proxy.minutes"), value: decision.minutesNumber },
          {
            label: t("proxy.status"),
            value: (
              <Badge tone={decision.status === "pending" ? "waiting" : "neutral"}>
                {t(`proxy.statusOf.${decision.status}`)}
              </Badge>
            ),
          },
          { label: t("proxy.by"), value: decision.recordedByName },
          { label: t("proxy.at"), value: <DateText value={decision.recordedAt} minute /> },
          ...(decision.scanFileId
            ? [
                {
                  label: t("proxy.scan"),
                  value: <a href={`/api/files/${decision.scanFileId}`}>{t("proxy.openScan")}</a>,
                },
              ]
            : []),
          ...(decision.confirmedByName
            ? [{ label: t("proxy.settledBy"), value: decision.confirmedByName }]
            : []),
          ...(await entered(decision)),
        ]}
      />
    </Section>
  );
}

async function decisionWords({ command }: Decision) {
  const found = commandNamed(command);
  return commandWords(found ?? { name: command, transition: null });
}

/** What was entered in the decision's own form. */
async function entered(decision: Decision) {
  const t = await getTranslations();
  const { room } = await decisionWords(decision);
  const { input } = decision;
  if (input === null || typeof input !== "object" || Array.isArray(input)) return [];
  return Object.entries(input).flatMap(([name, value]) => {
    const key = `${room}.fields.${name}.label`;
    if (typeof value !== "string" || name === "minutesNumber" || !t.has(key)) return [];
    const money = name === "amount";
    const unit = t("common.unit.wan");
    return [
      { label: t(key), value: money ? <Money yuan={value} unit={unit} /> : value, wide: !money },
    ];
  });
}

async function Steps({ projectId, decision }: { projectId: string; decision: Decision }) {
  const t = await getTranslations("screens-approval");
  const search = { decisionId: decision.id, decisionVersion: decision.version };
  return (
    <span>
      <LinkButton
        size="small"
        variant="primary"
        href={formHref(projectId, "approval.confirm-proxy-decision", search)}
      >
        {t("proxy.confirm")}
      </LinkButton>{" "}
      <LinkButton size="small" href={formHref(projectId, "approval.reject-proxy-decision", search)}>
        {t("proxy.reject")}
      </LinkButton>
    </span>
  );
}
