import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import styles from "./step-links.module.css";

interface StepLinksProps {
  projectId: string;
  /** Commands that the server offers on this row, `<room>.<verb-noun>`. */
  actions: readonly string[];
  /** What the forms must know: the child's id and version. */
  params?: Readonly<Record<string, string | number>>;
}

/** Steps that take something back, stop or refuse. */
const refusing = /\.(return|reject|refuse|reopen|hold|withdraw|hand)-/;

/** The steps that the server offers on one row of a project, as links to their forms. */
export async function StepLinks({ projectId, actions, params = {} }: StepLinksProps) {
  const all = await getTranslations();
  if (actions.length === 0) return null;
  return (
    <span className={styles.steps} data-screen-only>
      {actions.map((command) => (
        <LinkButton
          key={command}
          size="small"
          variant={refusing.test(command) ? "refuse" : "secondary"}
          href={stepHref(projectId, command, params)}
        >
          {stepTitle(command, all)}
        </LinkButton>
      ))}
    </span>
  );
}

/** Where the form of a step on a child stands. */
export function stepHref(
  projectId: string,
  command: string,
  params: Readonly<Record<string, string | number>> = {},
): string {
  const address = new URLSearchParams(
    Object.entries(params).map(([name, value]) => [name, String(value)]),
  ).toString();
  return `/projects/${projectId}/do/${command}${address ? `?${address}` : ""}`;
}

interface AllTexts {
  (key: string): string;
  has: (key: string) => boolean;
}

/** A command's name: `<room>.commands.<verb-noun>.title`. */
export function stepTitle(command: string, all: AllTexts): string {
  const [room, verb] = command.split(".");
  const key = `${room}.commands.${verb}.title`;
  return all.has(key) ? all(key) : command;
}
