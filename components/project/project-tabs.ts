import type { ComponentType } from "react";
import { AbsorptionView } from "@/components/absorption/absorption-view";
import { ApplicationView } from "@/components/application/application-view";
import { ApprovalView } from "@/components/approval/approval-view";
import { EvaluationView } from "@/components/evaluation/evaluation-view";
import type { Actor } from "@/lib/access/actor";
import { seesOnlyAsExpert } from "@/lib/access/scope";
import { type Stage, type State, stateRow } from "@/lib/lifecycle/states";
import type { ProjectDetail } from "@/lib/project/detail";
import { DocumentsView } from "./documents-view";
import { OverviewView } from "./overview-view";
import { type TabKey, tabKeys } from "./tab-keys";
import { TimelineView } from "./timeline-view";
import type { Words } from "./words";

/** What each part of a project's page gets; it reads the rest itself. */
export interface ProjectViewProps {
  actor: Actor;
  project: ProjectDetail;
  words: Words;
  now: Date;
}

export const tabViews: Record<TabKey, ComponentType<ProjectViewProps>> = {
  overview: OverviewView,
  application: ApplicationView,
  approval: ApprovalView,
  absorption: AbsorptionView,
  evaluation: EvaluationView,
  documents: DocumentsView,
  timeline: TimelineView,
};

/** The parts that this actor sees: an expert judges from the file and sees no history. */
export function projectTabs(actor: Actor): readonly TabKey[] {
  return seesOnlyAsExpert(actor) ? tabKeys.filter((key) => key !== "timeline") : tabKeys;
}

const stageTab: Record<Stage, TabKey> = {
  application: "application",
  approval: "approval",
  absorption: "absorption",
  evaluation: "evaluation",
};

/** The part asked for; without one, the overview of an ended project or the present stage's part. */
export function readTab(asked: string | string[] | undefined, state: State): TabKey {
  const known = tabKeys.find((key) => key === asked);
  if (known) return known;
  return stateRow(state).end === "final" ? "overview" : stageTab[stateRow(state).stage];
}
