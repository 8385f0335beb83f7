import { describe, expect, test } from "vitest";
import { readEnvironment } from "./env";

const SECRET = "s".repeat(32);
const DATABASE = "postgresql://owner:word@db:5432/kehe";

function read(variables: Record<string, string>) {
  return readEnvironment({ NODE_ENV: "test", ...variables });
}

describe("an embedded installation", () => {
  test("needs only the secret that npm start makes", () => {
    const env = read({ NEXTAUTH_SECRET: SECRET, KEHE_EMBEDDED_URL: DATABASE });
    expect(env).toMatchObject({
      production: false,
      ownerUrl: DATABASE,
      origins: ["http://127.0.0.1:3000", "http://localhost:3000"],
      filesDir: ".data/files",
    });
  });

  test("may set the clock and offer the demonstration's accounts", () => {
    const env = read({ NEXTAUTH_SECRET: SECRET, KEHE_CLOCK_FILE: "/tmp/clock", KEHE_DEMO: "1" });
    expect(env).toMatchObject({ clockFile: "/tmp/clock", demo: true });
  });
});

describe("with DATABASE_URL", () => {
  test("the manners are those of production", () => {
    const env = read({
      DATABASE_URL: DATABASE,
      NEXTAUTH_SECRET: SECRET,
      KEHE_ORIGIN: "https://kehe.example/",
      PORT: "8080",
    });
    expect(env).toMatchObject({
      production: true,
      demo: false,
      port: 8080,
      origins: ["https://kehe.example"],
    });
  });

  test.each([
    ["NEXTAUTH_SECRET is required", {}],
    ["KEHE_CLOCK_FILE sets the clock", { NEXTAUTH_SECRET: SECRET, KEHE_CLOCK_FILE: "/tmp/clock" }],
    ["KEHE_DEMO belongs to the demonstration", { NEXTAUTH_SECRET: SECRET, KEHE_DEMO: "1" }],
    ["NEXTAUTH_SECRET must have at least 32", { NEXTAUTH_SECRET: "short" }],
    ["PORT must be a port number", { NEXTAUTH_SECRET: SECRET, PORT: "http" }],
    ["KEHE_DATA_KEYS must be like", { NEXTAUTH_SECRET: SECRET, KEHE_DATA_KEYS: "k1:abc" }],
    ["KEHE_ORIGIN must be an address", { NEXTAUTH_SECRET: SECRET, KEHE_ORIGIN: "kehe" }],
  ])("is refused: %s", (sentence, variables) => {
    expect(() => read({ DATABASE_URL: DATABASE, ...variables })).toThrow(sentence);
  });

  test.each(["kehe", "mysql://a:b@c/d", "postgresql://host/kehe", "postgresql://owner:word@host"])(
    "the address %s is refused",
    (url) => {
      expect(() => read({ DATABASE_URL: url, NEXTAUTH_SECRET: SECRET })).toThrow(
        "DATABASE_URL must",
      );
    },
  );
});

test.each(["mysql://a:b@c/d", "mongodb://a:b@c/d", "file:///tmp/kehe.db"])(
  "another kind of database is told plainly: %s",
  (url) => {
    expect(() => read({ DATABASE_URL: url, NEXTAUTH_SECRET: SECRET })).toThrow(
      "The environment variable DATABASE_URL must begin with postgresql:// because Kehe works with PostgreSQL and no other database.",
    );
  },
);

test("an empty variable counts as unset", () => {
  const env = read({ DATABASE_URL: "", NEXTAUTH_SECRET: SECRET, PORT: "", KEHE_DEMO: "" });
  expect(env).toMatchObject({ production: false, port: 3000, demo: false });
});
