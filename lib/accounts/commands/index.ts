import type { Command } from "@/lib/kernel/command";
import { addMember } from "./add-member";
import { changePassword } from "./change-password";
import { confirmUnit } from "./confirm-unit";
import { createUser } from "./create-user";
import { disableUser } from "./disable-user";
import { enableUser } from "./enable-user";
import { endMembership } from "./end-membership";
import { endSessions } from "./end-sessions";
import { grantRole } from "./grant-role";
import { issueAccessLink } from "./issue-access-link";
import { registerUnit } from "./register-unit";
import { revokeRole } from "./revoke-role";
import { setPasswordByLink } from "./set-password-by-link";
import { unlockUser } from "./unlock-user";

/** What this room can do; one verb a file. */
export const accountsCommands: readonly Command[] = [
  registerUnit,
  confirmUnit,
  addMember,
  endMembership,
  createUser,
  grantRole,
  revokeRole,
  disableUser,
  enableUser,
  unlockUser,
  changePassword,
  setPasswordByLink,
  issueAccessLink,
  endSessions,
];
