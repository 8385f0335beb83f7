import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    include: ["**/*.test.ts", "**/*.test.tsx"],
    exclude: ["node_modules/**", ".next/**", ".data/**", "e2e/journeys/**"],
    globalSetup: ["test/global-setup.ts"],
    // The machine may offer two cores, and the database needs its share.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Tests run in the zone of the servers; local dates are computed for Asia/Shanghai in the code.
    env: { TZ: "UTC" },
  },
});
