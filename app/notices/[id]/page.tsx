import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PublicFrame } from "@/components/approval/public-frame";
import { CommandForm } from "@/components/form/command-form";
import { LinkButton } from "@/components/ui/button";
import { Facts, Section } from "@/components/ui/content";
import { DateText, Money } from "@/components/ui/figures";
import { Notice } from "@/components/ui/states";
import { publicActor } from "@/lib/access/actor";
import { notice } from "@/lib/approval/public-queries";
import { fileObjectionInput } from "@/lib/approval/schema";
import { now as clockNow } from "@/lib/kernel/clock";
import { isId } from "@/lib/kernel/ids";
import { query } from "@/lib/kernel/query";

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("screens-approval.public"))("object") };
}

/** One running notice and the form of an objection to it, by name. */
export default async function NoticePage({ params, searchParams }: PageProps) {
  const { id } = await params;
  const found = isId(id) ? await query(publicActor, (tx) => notice(tx, id, clockNow())) : null;
  if (found === null) notFound();
  const [t, all, locale] = await Promise.all([
    getTranslations("screens-approval.public"),
    getTranslations("approval.commands.file-objection"),
    getLocale(),
  ]);
  const done = (await searchParams).done === "1";
  return (
    <PublicFrame
      title={t("objectTo", { title: found.title })}
      what={all("intro")}
      crumbs={[{ href: "/notices", label: t("title") }]}
      path={`/notices/${id}`}
    >
      <Section title={t("project")}>
        <Facts
          items={[
            { label: t("number"), value: found.number },
            { label: t("unit"), value: found.unitName },
            {
              label: t("district"),
              value: locale === "en" ? found.districtEn : found.districtZh,
            },
            { label: t("amount"), value: <Money yuan={found.amount} /> },
            { label: t("until"), value: <DateText value={found.endsAt} minute /> },
          ]}
        />
      </Section>
      <Section title={t("object")} bare>
        {done ? (
          <Notice
            title={t("thanks")}
            actions={<LinkButton href="/notices">{t("back")}</LinkButton>}
          >
            <p>{t("thanksText")}</p>
          </Notice>
        ) : (
          <CommandForm
            command="approval.file-objection"
            schema={fileObjectionInput}
            ns="approval.commands.file-objection"
            hidden={{ noticeId: found.id }}
            next={`/notices/${id}?done=1`}
            cancelHref="/notices"
          />
        )}
      </Section>
    </PublicFrame>
  );
}
