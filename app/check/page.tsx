import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/components/approval/public-frame";
import { CheckForm } from "@/components/evaluation/check-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("evaluation.certificate"))("checkTitle") };
}

/** Where one types a certificate's number and code by hand. */
export default async function CheckEntryPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { number, code } = await searchParams;
  if (typeof number === "string" && number.trim()) {
    const asked = typeof code === "string" ? `?code=${encodeURIComponent(code.trim())}` : "";
    redirect(`/check/${encodeURIComponent(number.trim())}${asked}`);
  }
  const t = await getTranslations("evaluation.certificate");
  return (
    <PublicFrame title={t("checkTitle")} what={t("checkWhat")} path="/check">
      <CheckForm number="" code="" />
    </PublicFrame>
  );
}
