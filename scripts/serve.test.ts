import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { useDatabase } from "@/test/database";

const { ownerUrl } = useDatabase();

/** Runs one part as a container does, on an operator's database. */
function serve(part: string, variables: Readonly<Record<string, string>> = {}) {
  const { KEHE_EMBEDDED_URL: _, KEHE_CLOCK_FILE: __, ...inherited } = process.env;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "scripts/serve.ts", part],
    {
      encoding: "utf8",
      env: {
        ...inherited,
        DATABASE_URL: ownerUrl,
        KEHE_ORIGIN: "https://kehe.example",
        ...variables,
      },
    },
  );
  return { status, out: stdout, told: stderr };
}

describe("the parts that end by themselves", () => {
  it("make the first administrators' links", () => {
    const { status, out, told } = serve("admin-create");
    expect(told).toBe("");
    expect(status).toBe(0);
    expect(out).toMatch(/https:\/\/kehe\.example\/access\/\w/);
  }, 60_000);

  it("walk the audit chain", () => {
    const { status, out } = serve("audit-verify");
    expect([status, out]).toEqual([0, expect.stringContaining("The audit chain is whole")]);
  }, 60_000);

  it("name the parts there are, and refuse another kind of database in one sentence", () => {
    expect(serve("toString").told).toContain("admin-create, audit-verify");
    const { status, told } = serve("audit-verify", { DATABASE_URL: "mysql://a:b@c/d" });
    expect(status).not.toBe(0);
    expect(told).toContain("must begin with postgresql://");
  }, 60_000);
});
