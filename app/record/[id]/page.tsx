import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { UnitRecord } from "@/components/evaluation/unit-record";
import { loadWords } from "@/components/project/words";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { requireActor } from "@/lib/accounts/session";
import { unitRecord } from "@/lib/evaluation/consequences/queries";
import { now as clockNow } from "@/lib/kernel/clock";
import { isId } from "@/lib/kernel/ids";
import { query } from "@/lib/kernel/query";
import { refuseRead } from "@/lib/kernel/refuse-read";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("consequences"))("record.title") };
}

/** The record of a unit: results, grades, follow-up ratings, and what stands because of them. */
export default async function RecordPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const { id } = await params;
  const record = isId(id)
    ? await query(actor, (tx) => unitRecord(tx, actor, id, clockNow()))
    : null;
  if (record === null) {
    await refuseRead(actor, "unit.record", id);
    notFound();
  }
  const [t, words] = await Promise.all([getTranslations("consequences"), loadWords(actor)]);
  return (
    <AppShell actor={actor}>
      <Page
        title={t("record.of", { name: record.name })}
        what={t("record.what", { count: record.projects.length })}
      >
        <UnitRecord record={record} words={words} />
      </Page>
    </AppShell>
  );
}
