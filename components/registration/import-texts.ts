import { getTranslations } from "next-intl/server";
import type { FormField } from "@/components/form/types";
import type { Words } from "@/components/project/words";
import { registrableStates, registrationRow } from "@/lib/application/registration/row";
import { districts } from "@/lib/reference/districts";

/** The words of the import, for the browser. */
export interface ImportTexts {
  file: FormField;
  note: FormField;
  words: Readonly<Record<string, string>>;
  columns: Readonly<Record<string, string>>;
  problems: Readonly<Record<string, string>>;
  states: Readonly<Record<string, string>>;
  /** Recommending units by code, as findings name them. */
  districts: Readonly<Record<string, string>>;
}

const wordKeys = [
  "check",
  "checking",
  "store",
  "problems",
  "row",
  "column",
  "problem",
  "severity",
  "error",
  "warning",
  "clean",
  "errors",
  "warnings",
  "preview",
  "project",
  "unit",
  "state",
  "grant",
  "chooseFile",
] as const;

export async function importTexts(words: Words): Promise<ImportTexts> {
  const [t, room] = await Promise.all([
    getTranslations("screens-application.registrations"),
    getTranslations("application"),
  ]);
  const base = { required: false, posts: "string", nullable: false, width: "full" } as const;
  const problems: unknown = room.raw("problems");
  const columns = Object.keys(registrationRow.shape);
  return {
    file: {
      ...base,
      name: "fileId",
      kind: "file",
      label: t("upload"),
      help: t("uploadHelp"),
      required: true,
      accept: [".xlsx"],
      maxBytes: 5 * 1024 * 1024,
    },
    note: { ...base, name: "note", kind: "longText", label: t("note"), lines: 2, maxLength: 500 },
    words: Object.fromEntries(wordKeys.map((key) => [key, String(t.raw(key))])),
    columns: {
      ...Object.fromEntries(
        columns.map((name) => {
          const key = `fields.rows.${name}.label`;
          return [name, room.has(key) ? room(key) : name];
        }),
      ),
      undertaking: t("technologies"),
      targets: t("targets"),
    },
    problems: textsIn(problems),
    districts: Object.fromEntries(
      districts.map(({ code }) => [code, words.names("district", code)]),
    ),
    states: Object.fromEntries(registrableStates.map((state) => [state, words.state(state)])),
  };
}

function textsIn(value: unknown): Record<string, string> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    ),
  );
}
