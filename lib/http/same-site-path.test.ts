import { describe, expect, it } from "vitest";
import { isOwnOrigin, sameSitePath } from "./same-site-path";

describe("sameSitePath", () => {
  it.each(["/", "/projects?stage=approval&q=核磁", "/projects/1#money"])("keeps %s", (path) => {
    expect(decodeURI(sameSitePath(path, "/x"))).toBe(path);
  });

  it.each([
    "//evil.example",
    "/\\evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "/\t/evil.example",
    "",
    null,
    undefined,
  ])("refuses %j", (text) => {
    expect(sameSitePath(text, "/x")).toBe("/x");
  });
});

describe("isOwnOrigin", () => {
  const headers = (origin?: string) =>
    new Headers({ host: "kehe.example:3000", ...(origin ? { origin } : {}) });

  it("accepts our host and nobody else", () => {
    expect(isOwnOrigin(headers("https://kehe.example:3000"))).toBe(true);
    expect(isOwnOrigin(headers("https://kehe.example"))).toBe(false);
    expect(isOwnOrigin(headers("https://evil.example"))).toBe(false);
    expect(isOwnOrigin(headers("null"))).toBe(false);
    expect(isOwnOrigin(headers())).toBe(false);
  });
});
