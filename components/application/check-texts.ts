import { getTranslations } from "next-intl/server";
import { proposalChecks } from "@/lib/application/rules";

/** The words of the checklist beside the form, for the browser. */
export interface CheckTexts {
  title: string;
  ready: string;
  /** Contains `{count}`. */
  missing: string;
  done: string;
  open: string;
  items: Readonly<Record<string, string>>;
  submit: string;
  handOver: string;
  handOverTitle: string;
  handOverText: string;
  parts: string;
}

export async function checkTexts(): Promise<CheckTexts> {
  const [t, room] = await Promise.all([
    getTranslations("screens-application.check"),
    getTranslations("application.checks"),
  ]);
  return {
    title: t("title"),
    ready: t("ready"),
    missing: t.raw("missing"),
    done: t("done"),
    open: t("open"),
    items: Object.fromEntries(proposalChecks.map((code) => [code, room(code)])),
    submit: t("submit"),
    handOver: t("handOver"),
    handOverTitle: t("handOverTitle"),
    handOverText: t("handOverText"),
    parts: t("parts"),
  };
}
