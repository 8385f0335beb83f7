import { EmptyState } from "@/components/ui/states";
import type { ProjectViewProps } from "@/components/project/project-tabs";

/** The application of a project. */
export function ApplicationView({ project }: ProjectViewProps) {
  return <EmptyState title={project.title} />;
}
