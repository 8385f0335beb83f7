import { defineStatusChange } from "../user-status";

/** Switches a disabled account on again. */
export const enableUser = defineStatusChange("accounts.enable-user", {
  from: "disabled",
  to: "active",
});
