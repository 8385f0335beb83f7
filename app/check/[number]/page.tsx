import type { Metadata } from "next";
import { headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import { PublicFrame } from "@/components/approval/public-frame";
import { CheckForm } from "@/components/evaluation/check-form";
import { Facts, Section } from "@/components/ui/content";
import { DateText } from "@/components/ui/figures";
import { Notice } from "@/components/ui/states";
import { publicActor } from "@/lib/access/actor";
import { countUse } from "@/lib/accounts/rate";
import { checkedCertificate } from "@/lib/evaluation/certificate";
import { clientAddress } from "@/lib/http/address";
import { Refusal } from "@/lib/kernel/errors";
import { query } from "@/lib/kernel/query";
import { loadNames } from "@/lib/reference/names";

interface PageProps {
  params: Promise<{ number: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("evaluation.certificate"))("checkTitle") };
}

const checksPerMinute = 20;

/** Whether a certificate of acceptance is one of the bureau's; needs its number and code, no account. */
export default async function CheckPage({ params, searchParams }: PageProps) {
  const number = decodeURIComponent((await params).number).slice(0, 40);
  const asked = (await searchParams).code;
  const code = typeof asked === "string" ? asked.trim().slice(0, 20) : "";
  const [t, locale] = await Promise.all([getTranslations("evaluation.certificate"), getLocale()]);
  const found = code ? await check(number, code) : null;
  return (
    <PublicFrame title={t("checkTitle")} what={t("checkWhat")} path={`/check/${number}`}>
      <CheckForm number={number} code={code} />
      {code === "" ? null : found === "too_often" ? (
        <Notice tone="warning" title={t("tooOften")} />
      ) : found === null ? (
        <Notice tone="refused" title={t("notFound")}>
          <p>{t("notFoundText")}</p>
        </Notice>
      ) : (
        <Found certificate={found} locale={locale === "en" ? "en" : "zh-CN"} />
      )}
    </PublicFrame>
  );
}

async function check(number: string, code: string) {
  try {
    await countUse(`check:${clientAddress({ headers: await headers() })}`, checksPerMinute);
  } catch (error) {
    if (error instanceof Refusal) return "too_often" as const;
    throw error;
  }
  return query(publicActor, (tx) => checkedCertificate(tx, number, code));
}

type Certificate = NonNullable<Awaited<ReturnType<typeof checkedCertificate>>>;

async function Found({
  certificate,
  locale,
}: {
  certificate: Certificate;
  locale: "zh-CN" | "en";
}) {
  const [t, names] = await Promise.all([
    getTranslations("evaluation.certificate"),
    loadNames(locale),
  ]);
  const { project, number, result, concludedAt } = certificate;
  return (
    <Section title={t("found")}>
      <Facts
        items={[
          { label: t("number"), value: number },
          { label: t("projectNumber"), value: project.number ?? "—" },
          {
            label: t("project"),
            value: locale === "en" ? (project.titleEn ?? project.title) : project.title,
            wide: true,
          },
          { label: t("unit"), value: project.unitName },
          { label: t("result"), value: names("acceptance_result", result) },
          { label: t("issuedOn"), value: <DateText value={concludedAt} /> },
        ]}
      />
    </Section>
  );
}
