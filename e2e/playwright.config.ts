import { defineConfig } from "@playwright/test";
import { findBrowser } from "./support/browser";

/** Each journey is one test file with a Kehe of its own; two of them run beside each other. */
export default defineConfig({
  testDir: "./journeys",
  outputDir: "../test-results",
  workers: 2,
  fullyParallel: false,
  retries: 0,
  timeout: 900_000,
  expect: { timeout: 20_000 },
  reporter: "list",
  use: {
    launchOptions: await findBrowser(),
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    actionTimeout: 20_000,
    navigationTimeout: 60_000,
    // Recording each step costs a third of the time: only where somebody looks for a failure.
    trace: process.env.KEHE_TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
  },
});
