import { mayHold } from "@/lib/access/policy";
import { bureauRoles } from "@/lib/access/roles";
import { defineCommand } from "@/lib/kernel/command";
import { grantOf } from "../registration/problems";
import { normalised, storeBatch } from "../registration/register";
import { registerProjectsInput } from "../schema";

/**
 * Enters projects approved elsewhere or before Kehe, for a second officer to confirm (T00). A dry
 * run changes nothing and so leaves no event.
 */
export const registerProjects = defineCommand({
  name: "application.register-projects",
  input: registerProjectsInput,
  roles: bureauRoles,
  keepsOwnVersions: true,
  load: async () => ({}),
  allow: (actor) => mayHold(actor, bureauRoles),
  run: (context, _record, { rows: typed, note, dryRun }) => {
    const rows = normalised(typed);
    return storeBatch(context, {
      rows,
      found: [],
      rowNumber: (index) => index,
      fileName: null,
      note: note ?? "",
      dryRun,
      preview: rows.map((row, index) => ({
        row: index,
        title: row.title,
        unitName: row.unitName,
        state: row.state,
        grant: grantOf(row),
      })),
    });
  },
});
