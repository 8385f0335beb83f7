import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/states";
import { commandNamed } from "@/lib/commands/registry";
import type { ProjectDetail } from "@/lib/project/detail";
import { commandWords } from "./action-words";
import { turnWords, type Words } from "./words";

interface DoneNoticeProps {
  /** The command that was just carried out, from the address. */
  command: string | string[] | undefined;
  project: ProjectDetail;
  words: Words;
}

/** What was just done on this project, and whose turn it is now. */
export async function DoneNotice({ command: name, project, words }: DoneNoticeProps) {
  const command = typeof name === "string" ? commandNamed(name) : null;
  if (command === null) return null;
  const t = await getTranslations("projects");
  const { title } = await commandWords(command);
  const { turn } = project;
  return (
    <div role="status">
      <Notice title={t("done.title", { step: title })}>
        {turn
          ? t("done.turn", { state: words.state(project.state), who: turnWords(turn, words) })
          : t("done.ended", { state: words.state(project.state) })}
      </Notice>
    </div>
  );
}
