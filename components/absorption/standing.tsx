import { getTranslations } from "next-intl/server";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { LinkDto } from "@/lib/absorption/queries";

const linkTones: Readonly<Record<string, BadgeTone>> = {
  open: "neutral",
  submitted: "waiting",
  returned: "attention",
  closed: "done",
};

/** How a link stands, by shape and word. */
export async function LinkBadge({ link }: { link: LinkDto }) {
  const t = await getTranslations("screens-absorption");
  const status = link.status === "open" && link.actualFrom !== null ? "running" : link.status;
  return <Badge tone={linkTones[link.status] ?? "neutral"}>{t(`linkStatus.${status}`)}</Badge>;
}

/** Days over the planned date: a note, then amber, then red. Nothing while in time. */
export async function LateBadge({ days, warning }: { days: number; warning: string }) {
  const t = await getTranslations("screens-absorption");
  if (days <= 0) return null;
  const tone: BadgeTone = warning === "red" ? "refused" : "attention";
  return <Badge tone={warning === "late" ? "waiting" : tone}>{t("overdueDays", { days })}</Badge>;
}
