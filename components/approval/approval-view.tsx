import { EmptyState } from "@/components/ui/states";
import type { ProjectViewProps } from "@/components/project/project-tabs";

/** The approval of a project. */
export function ApprovalView({ project }: ProjectViewProps) {
  return <EmptyState title={project.title} />;
}
