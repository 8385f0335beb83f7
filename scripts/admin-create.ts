/**
 * Prints a single-use link for each of the first two administrators, who set their passwords by it:
 *   npm run admin:create
 * Run again before they did so, it makes new links and the old ones die.
 */
import { firstAdministrators } from "@/lib/accounts/first-administrators";
import { closeDatabases } from "@/lib/db/client";
import { now } from "@/lib/kernel/clock";
import { env } from "@/lib/kernel/env";

const links = await firstAdministrators(now());
await closeDatabases();
if (links.length === 0) {
  console.error(
    "Both administrators have signed in before. Ask the security administrator for a new link.",
  );
  process.exit(1);
}
for (const { role, username, path } of links) {
  console.log(`${role} (${username}): ${env().origins[0]}${path}`);
}
console.log("Each link works once, for seven days.");
