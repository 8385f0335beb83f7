import { describe, expect, it } from "vitest";
import { sameSitePath } from "./same-site-path";

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
