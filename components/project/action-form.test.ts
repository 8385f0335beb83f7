import { describe, expect, it } from "vitest";
import { formModel } from "@/components/form/model";
import type { FormField } from "@/components/form/types";
import { LOCALES } from "@/i18n/locale";
import { loadMessages } from "@/i18n/messages";
import { asksSomething, hiddenFields, listNames } from "@/lib/commands/form-fields";
import { commands } from "@/lib/commands/registry";
import type { Command } from "@/lib/kernel/command";
import { transitionRow } from "@/lib/lifecycle/transitions";
import { proxySchema } from "./action-proxy";

/** Looks a text up as the forms do and answers the missing ones with a sign. */
function textsOf(locale: (typeof LOCALES)[number], ns: string) {
  const messages: object = loadMessages(locale);
  const read = (key: string): string | undefined => {
    let node: unknown = messages;
    for (const step of key.split(".")) {
      node = typeof node === "object" && node !== null ? Reflect.get(node, step) : undefined;
    }
    return typeof node === "string" ? node : undefined;
  };
  const room = ns.split(".")[0] ?? ns;
  const first = (keys: readonly string[]) => keys.map(read).find((text) => text !== undefined);
  return {
    read,
    label: (path: string, name: string) =>
      first([
        `${ns}.fields.${path}.label`,
        `${room}.fields.${path}.label`,
        `fields.${name}.label`,
        `fields.${name}`,
      ]) ?? `? ${path}`,
    help: () => undefined,
    option: (path: string, name: string, value: string) =>
      first([
        `${ns}.options.${path}.${value}`,
        `${room}.options.${path}.${value}`,
        `options.${name}.${value}`,
      ]) ?? `? ${path}=${value}`,
    text: (key: string) => read(key) ?? `? ${key}`,
  };
}

function unnamed(fields: readonly FormField[]): string[] {
  return fields.flatMap((field) => [
    ...(field.label.startsWith("?") ? [field.label] : []),
    ...(field.choices ?? []).flatMap(({ label }) => (label.startsWith("?") ? [label] : [])),
    ...unnamed(field.fields ?? []),
  ]);
}

function han(fields: readonly FormField[]): string[] {
  return fields.flatMap((field) => [
    ...[field.label, ...(field.choices ?? []).map(({ label }) => label)].filter((text) =>
      /\p{Script=Han}/u.test(text),
    ),
    ...han(field.fields ?? []),
  ]);
}

const nsOf = (command: Command) => command.name.replace(".", ".commands.");

function modelOf(command: Command, locale: (typeof LOCALES)[number]) {
  const lists = Object.fromEntries(listNames(command.input).map((name) => [name, []]));
  return formModel(command.input, {
    texts: textsOf(locale, nsOf(command)),
    hidden: hiddenFields(command.input),
    lists,
  });
}

/** Drafts save themselves in forms of their own: the proposal's, and one for each family of rules. */
const ownForm = new Set([
  "application.save-draft",
  "rules.save-scoring",
  "rules.save-indicators",
  "rules.save-consequence",
  "rules.save-incentive",
]);
const shown = commands.filter(({ name }) => !ownForm.has(name));

describe.each(LOCALES)("forms of all commands in %s", (locale) => {
  it.each(shown.map((command) => [command.name, command] as const))("%s", (_name, command) => {
    const { fields } = modelOf(command, locale);
    expect(unnamed(fields)).toEqual([]);
    if (locale === "en") expect(han(fields)).toEqual([]);
  });

  it("name each command", () => {
    const { read } = textsOf(locale, "");
    const missing = shown.filter(
      (command) => read(`${nsOf(command)}.title`) === undefined && command.transition === null,
    );
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  it("word every guard with what to do next", () => {
    const { read } = textsOf(locale, "");
    const guards = commands.flatMap(({ transition }) =>
      transition ? transitionRow(transition).guards : [],
    );
    expect(guards.filter((code) => read(`errors.${code}`) === undefined)).toEqual([]);
  });
});

describe("decisions entered for the manager", () => {
  const collective = commands.filter(
    ({ transition }) => transition !== null && transitionRow(transition).collective,
  );
  it.each(collective.map((command) => [command.name, command] as const))("%s", (_name, command) => {
    const lists = Object.fromEntries(listNames(command.input).map((name) => [name, []]));
    const model = formModel(proxySchema(command), {
      texts: textsOf("zh-CN", "approval.commands.record-proxy-decision"),
      hidden: ["projectId", "command"],
      lists,
    });
    const names = model.fields.map(({ name }) => name);
    expect(names).toContain("minutesNumber");
    expect(names.includes("input")).toBe(asksSomething(command.input));
  });
});
