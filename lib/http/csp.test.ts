import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, createNonce, securityHeaders } from "./csp";

const production = { nonce: "bm9uY2U=", https: false, development: false };

function directive(policy: string, name: string): string | undefined {
  return policy
    .split("; ")
    .find((part) => part.startsWith(`${name} `))
    ?.slice(name.length + 1);
}

describe("contentSecurityPolicy", () => {
  it("lets scripts run by nonce only", () => {
    const policy = contentSecurityPolicy(production);
    expect(directive(policy, "script-src")).toBe("'nonce-bm9uY2U=' 'strict-dynamic'");
    expect(directive(policy, "style-src-elem")).toBe("'self' 'nonce-bm9uY2U='");
    expect(directive(policy, "style-src-attr")).toBe("'unsafe-inline'");
  });

  it("shuts what a page never needs", () => {
    const policy = contentSecurityPolicy(production);
    for (const name of ["object-src", "base-uri", "frame-ancestors"]) {
      expect(directive(policy, name)).toBe("'none'");
    }
    expect(directive(policy, "form-action")).toBe("'self'");
    expect(directive(policy, "connect-src")).toBe("'self'");
    expect(directive(policy, "img-src")).toBe("'self' data:");
    expect(policy).not.toContain("unsafe-eval");
  });

  it("admits the dev server in development only", () => {
    const policy = contentSecurityPolicy({ ...production, development: true });
    expect(directive(policy, "script-src")).toContain("'unsafe-eval'");
    expect(directive(policy, "connect-src")).toContain("ws:");
  });
});

describe("securityHeaders", () => {
  it("promises https only to who came by https", () => {
    const names = (https: boolean) => securityHeaders(https).map(([name]) => name);
    expect(names(false)).not.toContain("Strict-Transport-Security");
    expect(names(true)).toContain("Strict-Transport-Security");
    expect(names(false)).toContain("X-Content-Type-Options");
  });
});

describe("createNonce", () => {
  it("is 128 bits, new each time", () => {
    const first = createNonce();
    expect(Buffer.from(first, "base64")).toHaveLength(16);
    expect(createNonce()).not.toBe(first);
  });
});
