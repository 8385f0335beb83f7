import { getTranslations } from "next-intl/server";
import { StepLinks } from "@/components/project/step-links";
import { formatDate } from "@/components/ui/format";
import { Notice } from "@/components/ui/states";
import type { suspensionOf } from "@/lib/absorption/suspension-queries";

interface SuspensionNoticeProps {
  projectId: string;
  suspension: Awaited<ReturnType<typeof suspensionOf>>;
}

/** Why the project is suspended, or is proposed to be. */
export async function SuspensionNotice({ projectId, suspension }: SuspensionNoticeProps) {
  if (suspension === null) return null;
  const t = await getTranslations("screens-absorption");
  const { status, cause, text, byName, at, actions } = suspension;
  return (
    <Notice
      tone="warning"
      title={t(`suspension.${status}`, { cause: t(`suspensionCause.${cause}`) })}
      actions={<StepLinks projectId={projectId} actions={actions} />}
    >
      <p>{text}</p>
      <p>{t("suspension.by", { name: byName, at: formatDate(at) })}</p>
    </Notice>
  );
}
