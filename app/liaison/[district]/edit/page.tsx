import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "@/components/form/command-form";
import { LiaisonPage } from "@/components/liaison/liaison-page";
import { loadWords } from "@/components/project/words";
import { holds } from "@/lib/access/actor";
import { requireActor } from "@/lib/accounts/session";
import type { FormValues } from "@/lib/commands/form-fields";
import { now as clockNow } from "@/lib/kernel/clock";
import { query } from "@/lib/kernel/query";
import { shanghaiDate } from "@/lib/kernel/working-days";
import { type DistrictDesk, districtDesk } from "@/lib/liaison/district";
import { liaisonReaders } from "@/lib/liaison/rules";
import { setBodyInput } from "@/lib/liaison/schema";
import { dayText } from "@/lib/lifecycle/due";

/** The form of a district's entry, filled with what is on record. */
export default async function BodyFormPage({ params }: { params: Promise<{ district: string }> }) {
  const actor = await requireActor();
  const { district } = await params;
  const now = clockNow();
  const [t, words] = await Promise.all([getTranslations("liaison"), loadWords(actor)]);
  const desk = holds(actor, ...liaisonReaders)
    ? await query(actor, (tx) => districtDesk(tx, actor, district, now))
    : null;
  if (!desk?.mayEdit) notFound();
  const back = `/liaison/${district}`;
  return (
    <LiaisonPage
      actor={actor}
      title={t("commands.set-body.title")}
      what={t("commands.set-body.intro")}
      crumbs={[
        { href: "/liaison", label: t("desk.title") },
        { href: back, label: words.names("district", district) },
      ]}
    >
      <CommandForm
        command="liaison.set-body"
        schema={setBodyInput}
        ns="liaison.commands.set-body"
        hidden={{ districtId: district, version: desk.body?.version ?? 0 }}
        values={valuesOf(desk, shanghaiDate(now))}
        lists={{
          liaisonPeople: desk.officers.map(({ id, name }) => ({ value: id, label: name })),
        }}
        next={back}
        cancelHref={back}
      />
    </LiaisonPage>
  );
}

function valuesOf({ body }: DistrictDesk, today: string): FormValues {
  if (body === null) return { validFrom: today };
  return {
    name: body.name,
    kind: body.kind,
    contactName: body.contactName,
    contactPhone: body.contactPhone,
    contactUserId: body.contactUserId,
    dedicated: body.dedicated ? "dedicated" : "part_time",
    deputyName: body.deputyName,
    deputyPhone: body.deputyPhone,
    deputyUserId: body.deputyUserId,
    duties: body.duties,
    validFrom: dayText(body.validFrom),
  };
}
