import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "@/components/form/command-form";
import type { Json } from "@/components/form/types";
import { commandWords } from "@/components/project/action-words";
import { loadWords } from "@/components/project/words";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { Notice } from "@/components/ui/states";
import { holds } from "@/lib/access/actor";
import { bureauRoles } from "@/lib/access/roles";
import { requireActor } from "@/lib/accounts/session";
import { type CallDetail, callDetail } from "@/lib/calls/queries";
import { choicesFor } from "@/lib/commands/choices";
import { hiddenFields, listNames } from "@/lib/commands/form-fields";
import { commandNamed } from "@/lib/commands/registry";
import { now as clockNow } from "@/lib/kernel/clock";
import { isId } from "@/lib/kernel/ids";
import { query } from "@/lib/kernel/query";
import { refuseRead } from "@/lib/kernel/refuse-read";
import { callTitle } from "./call-list";

interface CallFormPageProps {
  command: string;
  /** Absent for a new call. */
  callId?: string;
}

/** A form on a call, for the responsible division. */
export async function CallFormPage({ command: name, callId }: CallFormPageProps) {
  const actor = await requireActor();
  const command = commandNamed(name);
  if (command === null) notFound();
  const now = clockNow();
  const words = await loadWords(actor);
  const [call, lists] = await query(actor, async (tx) => [
    callId && isId(callId) ? await callDetail(tx, actor, callId, now) : null,
    await choicesFor(
      { tx, actor, projectId: null, search: {}, locale: words.locale, now },
      listNames(command.input),
    ),
  ]);
  if (callId !== undefined && call === null) {
    await refuseRead(actor, "calls.read", callId);
    notFound();
  }
  const [t, text] = await Promise.all([
    getTranslations("screens-application.calls"),
    commandWords(command),
  ]);
  const back = call ? `/calls/${call.id}` : "/calls";
  const hidden = call ? targetOf(call, hiddenFields(command.input)) : {};
  return (
    <AppShell actor={actor}>
      <Page
        title={text.title}
        crumbs={[
          { href: "/calls", label: t("title") },
          ...(call ? [{ href: back, label: callTitle(call, words) }] : []),
        ]}
        what={text.intro}
      >
        {holds(actor, ...bureauRoles) ? (
          <CommandForm
            command={command.name}
            schema={command.input}
            ns={text.key}
            hidden={hidden}
            values={call && name === "calls.update-call" ? valuesOf(call) : {}}
            lists={lists}
            next={call ? back : "/calls/{callId}"}
            cancelHref={back}
          />
        ) : (
          <Notice tone="refused">{t("refused")}</Notice>
        )}
      </Page>
    </AppShell>
  );
}

function targetOf(call: CallDetail, names: readonly string[]): Record<string, Json> {
  return {
    callId: call.id,
    ...(names.includes("version") ? { version: call.version } : {}),
  };
}

function valuesOf(call: CallDetail): Record<string, Json> {
  return {
    code: call.code,
    title: call.title,
    titleEn: call.titleEn ?? "",
    year: call.year,
    programmeLevel: call.programmeLevel,
    opensAt: call.opensAt.toISOString(),
    closesAt: call.closesAt.toISOString(),
    districtClosesAt: call.districtClosesAt.toISOString(),
    budget: call.budget,
    maxPerUnit: call.maxPerUnit,
    publicityDays: call.publicityDays,
    lightProfile: call.lightProfile,
    midTermGate: call.parameters.midTermGate,
    description: call.description,
    formVersionId: call.formVersionId,
    scoreSheetId: call.scoreSheetId,
    indicatorSetId: call.indicatorSetId,
    evaluationRuleId: call.evaluationRuleId,
  };
}
