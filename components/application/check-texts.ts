import { getTranslations } from "next-intl/server";
import { checkOfField, proposalChecks } from "@/lib/application/rules";
import { proposalParts } from "./proposal-fields";

/** The words of the checklist beside the form, for the browser. */
export interface CheckTexts {
  title: string;
  ready: string;
  /** Contains `{count}`. */
  missing: string;
  done: string;
  open: string;
  items: Readonly<Record<string, string>>;
  /** The part of the form in which each item is mended. */
  places: Readonly<Record<string, string>>;
  submit: string;
  handOver: string;
  handOverTitle: string;
  handOverText: string;
  parts: string;
}

function placesOfChecks(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(checkOfField).flatMap(([field, check]) => {
      const [name = ""] = field.split(".");
      const part = proposalParts.find(({ fields }) => fields.some((each: string) => each === name));
      return part ? [[check, part.code]] : [];
    }),
  );
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
    places: placesOfChecks(),
    submit: t("submit"),
    handOver: t("handOver"),
    handOverTitle: t("handOverTitle"),
    handOverText: t("handOverText"),
    parts: t("parts"),
  };
}
