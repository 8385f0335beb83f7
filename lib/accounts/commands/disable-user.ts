import { defineStatusChange } from "../user-status";

/** Switches an account off: no sign-in, and its sessions end at once. */
export const disableUser = defineStatusChange("accounts.disable-user", {
  from: "active",
  to: "disabled",
});
