import { Badge } from "@/components/ui/badge";

/** A warning's level, by shape, word and colour; `children` is the word. */
export function LevelBadge({ level, children }: { level: string; children: string }) {
  return <Badge tone={level === "red" ? "refused" : "attention"}>{children}</Badge>;
}
