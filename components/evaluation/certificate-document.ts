import { getTranslations } from "next-intl/server";
import { toString as qrCode } from "qrcode";
import { formatPaperDate } from "@/components/ui/format";
import type { MadeDocument } from "@/lib/documents/document-endpoint";
import { renderPdf } from "@/lib/documents/pdf/render";
import type { Certificate } from "@/lib/evaluation/certificate";
import { env } from "@/lib/kernel/env";
import type { Names } from "@/lib/reference/names";

interface CertificateWords {
  locale: "zh-CN" | "en";
  names: Names;
}

/** Where anyone checks a certificate by its number and code. */
export const checkAddress = ({ number, code }: Pick<Certificate, "number" | "code">): string =>
  `${env().origins[0]}/check/${encodeURIComponent(number)}?code=${encodeURIComponent(code)}`;

/** The certificate of acceptance (D28) as one PDF page with number, code and QR. */
export async function certificateDocument(
  certificate: Certificate,
  { locale, names }: CertificateWords,
): Promise<MadeDocument> {
  const [t, common] = await Promise.all([
    getTranslations("evaluation.certificate"),
    getTranslations("common"),
  ]);
  const { project, number, code, result, route, concludedAt } = certificate;
  const title = locale === "en" ? (project.titleEn ?? project.title) : project.title;
  const day = (value: Date | null) => (value === null ? "—" : formatPaperDate(value, locale));
  const body = renderPdf("acceptance-certificate", {
    locale,
    title: t("title"),
    number,
    facts: [
      [t("projectNumber"), project.number ?? "—"],
      [t("project"), title],
      [t("unit"), project.unitName],
      [t("recommended"), names("district", project.districtId)],
      [t("investigator"), project.investigatorName || "—"],
      [t("term"), t("fromTo", { from: day(project.startsOn), to: day(project.endsOn) })],
      [t("route"), t(`routes.${route}`)],
      [t("result"), names("acceptance_result", result)],
    ],
    statement: t("statement", { result: names("acceptance_result", result) }),
    qr: await qrCode(checkAddress(certificate), { type: "svg", margin: 0 }),
    issuedOn: day(concludedAt),
    words: {
      title: t("title"),
      programme: t("programme"),
      number: t("number"),
      issuer: common("bureau"),
      check: t("check", { code }),
      note: t("note"),
    },
  });
  return { name: `${number}.pdf`, mediaType: "application/pdf", body };
}
