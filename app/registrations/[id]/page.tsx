import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { loadWords } from "@/components/project/words";
import { RegistrationAnswer } from "@/components/registration/registration-answer";
import { RegistrationFrame } from "@/components/registration/registration-frame";
import { RegistrationLines } from "@/components/registration/registration-lines";
import { requireActor } from "@/lib/accounts/session";
import { registrationDetail } from "@/lib/application/queries";
import { isId } from "@/lib/kernel/ids";
import { query } from "@/lib/kernel/query";
import { refuseRead } from "@/lib/kernel/refuse-read";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("screens-application.registrations"))("detail") };
}

/** One batch: what was entered, and a second officer's answer. */
export default async function RegistrationPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const { id } = await params;
  const batch = isId(id) ? await query(actor, (tx) => registrationDetail(tx, actor, id)) : null;
  if (batch === null) {
    await refuseRead(actor, "registration.read", id);
    notFound();
  }
  const [t, words] = await Promise.all([
    getTranslations("screens-application.registrations"),
    loadWords(actor),
  ]);
  return (
    <RegistrationFrame
      actor={actor}
      title={batch.fileName ?? t("single")}
      what={t("detail")}
      readers
    >
      <RegistrationAnswer actor={actor} batch={batch} words={words} />
      <RegistrationLines batch={batch} words={words} />
    </RegistrationFrame>
  );
}
