import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LiaisonTable } from "@/components/liaison/desk-table";
import { HandOverTable } from "@/components/liaison/hand-over-table";
import styles from "@/components/liaison/liaison.module.css";
import { LiaisonPage } from "@/components/liaison/liaison-page";
import { loadWords } from "@/components/project/words";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/content";
import { holds } from "@/lib/access/actor";
import { requireActor } from "@/lib/accounts/session";
import { now as clockNow } from "@/lib/kernel/clock";
import { query } from "@/lib/kernel/query";
import { handOversRead } from "@/lib/liaison/hand-overs";
import { liaisonDesk } from "@/lib/liaison/queries";
import { liaisonEditors } from "@/lib/liaison/rules";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("liaison.desk"))("title") };
}

/** The register of liaison bodies with gaps, load and response times; a district reads its own line. */
export default async function LiaisonDeskPage() {
  const actor = await requireActor();
  const [t, words] = await Promise.all([getTranslations("liaison.desk"), loadWords(actor)]);
  const { rows, handOvers } = await query(actor, async (tx) => ({
    rows: await liaisonDesk(tx, actor, clockNow()),
    handOvers: await handOversRead(tx, actor),
  }));
  const lacking = rows.filter(({ gaps }) => gaps.length > 0).length;
  return (
    <LiaisonPage
      actor={actor}
      title={t("title")}
      what={t("what", { count: rows.length, lacking })}
      actions={
        <>
          <LinkButton href="/watch">{t("watchList")}</LinkButton>
          {holds(actor, ...liaisonEditors) ? (
            <LinkButton href="/liaison/hand-over">{t("handOver")}</LinkButton>
          ) : null}
        </>
      }
    >
      <p className={styles.why}>{t("why")}</p>
      <LiaisonTable rows={rows} words={words} />
      {handOvers.length > 0 ? (
        <Section title={t("handOvers")} bare>
          <HandOverTable rows={handOvers} words={words} />
        </Section>
      ) : null}
    </LiaisonPage>
  );
}
