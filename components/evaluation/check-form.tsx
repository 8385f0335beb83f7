import { getTranslations } from "next-intl/server";
import { FilterBar } from "@/components/ui/list-tools";

/** Number and code of a certificate, as they are printed on it. */
export async function CheckForm({ number, code }: { number: string; code: string }) {
  const t = await getTranslations("evaluation.certificate");
  return (
    <FilterBar
      action="/check"
      clearHref="/check"
      applyLabel={t("checkNow")}
      filters={[
        { name: "number", label: t("number"), value: number, placeholder: "YS-2026-0001" },
        { name: "code", label: t("code"), value: code },
      ]}
    />
  );
}
