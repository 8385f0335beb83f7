import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "@/components/form/command-form";
import { LiaisonPage } from "@/components/liaison/liaison-page";
import { loadWords, type Words } from "@/components/project/words";
import { holds } from "@/lib/access/actor";
import { requireActor } from "@/lib/accounts/session";
import { now as clockNow } from "@/lib/kernel/clock";
import { query } from "@/lib/kernel/query";
import { type OfficePerson, officePeople } from "@/lib/liaison/offices";
import { liaisonEditors } from "@/lib/liaison/rules";
import { handOverInput } from "@/lib/liaison/schema";

/** All open items of one person to another, in one action. */
export default async function HandOverPage() {
  const actor = await requireActor();
  if (!holds(actor, ...liaisonEditors)) notFound();
  const now = clockNow();
  const [t, words] = await Promise.all([getTranslations("liaison"), loadWords(actor)]);
  const people = await query(actor, async (tx) => ({
    givers: await officePeople(tx, actor, null),
    takers: await officePeople(tx, actor, now),
  }));
  const choice = (person: OfficePerson) => ({
    value: person.id,
    label: `${person.name} · ${officeNames(person, words, t("handOver.bureau"))}`,
  });
  return (
    <LiaisonPage
      actor={actor}
      title={t("commands.hand-over.title")}
      what={t("commands.hand-over.intro")}
      crumbs={[{ href: "/liaison", label: t("desk.title") }]}
    >
      <CommandForm
        command="liaison.hand-over"
        schema={handOverInput}
        ns="liaison.commands.hand-over"
        lists={{ givers: people.givers.map(choice), takers: people.takers.map(choice) }}
        next="/liaison"
        cancelHref="/liaison"
      />
    </LiaisonPage>
  );
}

const officeNames = ({ offices }: OfficePerson, words: Words, bureau: string): string =>
  [
    ...new Set(
      offices.map((office) =>
        office === "bureau" ? bureau : words.names("district", office.districtId),
      ),
    ),
  ].join("、");
