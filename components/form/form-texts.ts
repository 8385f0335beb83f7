import { getTranslations } from "next-intl/server";
import type { FormTexts } from "./model";

/**
 * The words of a form. A label is looked up as `<ns>.fields.<path>.label`, then in the namespace
 * above, then as the shared `fields.<name>`; an option as `<ns>.options.<path>.<value>`, then as
 * `options.<name>.<value>`.
 */
export async function formTexts(ns: string): Promise<FormTexts> {
  const t = await getTranslations();
  const room = ns.split(".")[0] ?? ns;
  const spaces = ns === room ? [ns] : [ns, room];
  const first = (keys: readonly string[]) => keys.find((key) => t.has(key));
  const fieldKeys = (path: string, part: string) =>
    spaces.map((space) => `${space}.fields.${path}.${part}`);
  return {
    label: (path, name) => {
      const key = first([...fieldKeys(path, "label"), `fields.${name}.label`, `fields.${name}`]);
      return key ? t(key) : name;
    },
    help: (path, name) => {
      const key = first([...fieldKeys(path, "help"), `fields.${name}.help`]);
      return key ? t(key) : undefined;
    },
    option: (path, name, value) => {
      const keys = [...spaces.map((space) => `${space}.options.${path}.${value}`)];
      const key = first([...keys, `options.${name}.${value}`]);
      return key ? t(key) : value;
    },
    text: (key) => t(key),
  };
}
