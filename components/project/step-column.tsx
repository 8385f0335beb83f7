import type { Column } from "@/components/ui/data-table";
import { StepLinks } from "./step-links";

interface StepRow {
  id: string;
  version: number;
  actions: readonly string[];
}

/** The column of steps on a table's rows; none where no row offers any. */
export function stepColumn<Row extends StepRow>(
  header: string,
  projectId: string,
  rows: readonly Row[],
  params: (row: Row) => Readonly<Record<string, string | number>>,
): Column<Row>[] {
  if (rows.every((row) => row.actions.length === 0)) return [];
  return [
    {
      key: "steps",
      header,
      cell: (row) => <StepLinks projectId={projectId} actions={row.actions} params={params(row)} />,
    },
  ];
}
