import { getTranslations } from "next-intl/server";
import { ConfirmAction } from "@/components/form/confirm-action";
import { LinkButton } from "@/components/ui/button";
import { type Actor, holds } from "@/lib/access/actor";
import { applicantRoles, bureauRoles } from "@/lib/access/roles";
import type { CallDetail } from "@/lib/calls/queries";

interface CallStepsProps {
  actor: Actor;
  call: CallDetail;
  /** Units in whose name this person may apply. */
  units: readonly { id: string; name: string }[];
}

/** What can be done with a call now: apply while it is open, or see to it as an officer. */
export async function CallSteps({ actor, call, units }: CallStepsProps) {
  if (holds(actor, ...applicantRoles)) return <Apply call={call} units={units} />;
  return holds(actor, ...bureauRoles) ? <Officer call={call} /> : null;
}

async function Apply({ call, units }: Omit<CallStepsProps, "actor">) {
  const t = await getTranslations("screens-application.calls");
  if (!call.open) return <span>{t("notOpen")}</span>;
  if (units.length === 0) return <span>{t("noUnit")}</span>;
  return units.map((unit, index) => (
    <ConfirmAction
      key={unit.id}
      command="application.create-draft"
      body={{ callId: call.id, unitId: unit.id }}
      label={units.length === 1 ? t("apply") : `${t("apply")} · ${unit.name}`}
      title={t("applyTitle", { unit: unit.name })}
      next="/projects/{projectId}/do/application.save-draft"
      variant={index === 0 ? "primary" : "secondary"}
    >
      <p>{t("applyText")}</p>
    </ConfirmAction>
  ));
}

async function Officer({ call }: { call: CallDetail }) {
  const t = await getTranslations("screens-application.calls");
  const base = `/calls/${call.id}`;
  if (call.status === "draft") {
    return (
      <>
        <ConfirmAction
          command="calls.publish-call"
          body={{ callId: call.id, version: call.version }}
          label={t("publish")}
          title={t("publishTitle")}
          variant="primary"
        >
          <p>{t("publishText")}</p>
        </ConfirmAction>
        <LinkButton href={`${base}/edit`}>{t("edit")}</LinkButton>
      </>
    );
  }
  return (
    <>
      <LinkButton href={`${base}/extend`}>{t("extend")}</LinkButton>
      <LinkButton href={`${base}/quota`}>{t("setQuota")}</LinkButton>
    </>
  );
}
