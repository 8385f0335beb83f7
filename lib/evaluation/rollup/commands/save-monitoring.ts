import { defineSave } from "../save-form";
import { saveMonitoringInput } from "../schema";

/** The monitoring in August (绩效运行监控表): what is expected by the year's end, and what holds it back. */
export const saveMonitoring = defineSave({
  verb: "save-monitoring",
  kind: "monitoring",
  input: saveMonitoringInput,
  content: ({ expectedExecuted, lines }) => ({ expectedExecuted, lines }),
});
