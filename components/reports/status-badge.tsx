import { getTranslations } from "next-intl/server";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { FormStatus } from "@/lib/reports/rules";

const tones: Readonly<Record<FormStatus, BadgeTone>> = {
  open: "neutral",
  returned: "attention",
  submitted: "waiting",
  confirmed: "waiting",
  closed: "done",
};

/** Where a yearly form or one of its reports stands; overdue while the unit still has it. */
export async function StatusBadge({ status, overdue }: { status: FormStatus; overdue: boolean }) {
  const t = await getTranslations("screens-reports.status");
  return overdue ? (
    <Badge tone="refused">{t("overdue")}</Badge>
  ) : (
    <Badge tone={tones[status]}>{t(status)}</Badge>
  );
}
