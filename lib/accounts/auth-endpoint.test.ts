import { expect, it, vi } from "vitest";
import { env } from "@/lib/kernel/env";
import { handleAuth } from "./auth-endpoint";

vi.mock("./sign-in", () => ({
  signIn: () => Promise.reject(new Error("the database is down")),
  endSession: () => Promise.resolve(),
}));
vi.mock("./session", () => ({ sessionTokenOf: () => null, actorOfRequest: () => null }));

const attempt = (more: Record<string, string>) =>
  handleAuth(
    ["callback", "credentials"],
    new Request(`${env().origins[0]}/api/auth/callback/credentials`, {
      method: "POST",
      headers: {
        origin: env().origins[0],
        "content-type": "application/x-www-form-urlencoded",
      },
      body: new URLSearchParams({ username: "officer", password: "kehe-demo", ...more }),
    }),
  );

it("says of a failure of our own that it is one, not that the password is wrong", async () => {
  const log = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const led = await attempt({ callbackUrl: "/projects" });
  expect(led.headers.get("location")).toBe("/sign-in?error=unavailable&back=%2Fprojects");
  const told = await attempt({ json: "true" });
  expect(told.status).toBe(503);
  expect(log).toHaveBeenCalledTimes(2);
  log.mockRestore();
});
