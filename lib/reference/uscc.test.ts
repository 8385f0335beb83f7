import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseUscc, usccFrom, usccProblem } from "./uscc";

const alphabet = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"];
const head = fc.array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 });

describe("unified social credit code (domain.md §5.6)", () => {
  it.each([
    "91320411000000019F",
    "91320412000000027Q",
    "12320400000000035C",
    "913204110000000430",
    "91350100M000100Y43",
  ])("accepts %s", (code) => expect(usccProblem(code)).toBeNull());

  it.each([
    ["91320411000000019E", "check"],
    ["91320411000O00019F", "character"],
    ["91324011000000019F", "check"],
    ["91350100M000100Y4Z", "character"],
    ["91350100M000100Y44", "check"],
    ["9132041100000001", "length"],
    ["91320411000000019F0", "length"],
    ["", "length"],
    ["9132041100000001常F", "character"],
  ] as const)("refuses %s because of its %s", (code, why) => expect(usccProblem(code)).toBe(why));

  it("takes full-width and lower-case as typed", () => {
    expect(normaliseUscc(" ９１３２０４１１０００００００１９ｆ ")).toBe("91320411000000019F");
    expect(usccProblem(" ９１３２０４１１０００００００１９ｆ ")).toBeNull();
  });

  it("completes 17 characters", () => {
    expect(usccFrom("91320411000000019")).toBe("91320411000000019F");
    expect(usccFrom("91320411000000043")).toBe("913204110000000430");
    expect(() => usccFrom("9132041100000001")).toThrow(RangeError);
    expect(() => usccFrom("9132041100000001O")).toThrow(RangeError);
  });

  it("catches every single wrong character and every swap of neighbours", () => {
    fc.assert(
      fc.property(head, fc.nat(17), fc.constantFrom(...alphabet), (characters, at, other) => {
        const code = [...usccFrom(characters.join(""))];
        const changed = code.with(at, other).join("");
        expect(usccProblem(changed) === null).toBe(other === code[at]);
        const next = (at + 1) % 18;
        const swapped = code.with(at, code[next] ?? "").with(next, code[at] ?? "");
        if (at < 17) expect(usccProblem(swapped.join("")) === null).toBe(code[at] === code[next]);
      }),
    );
  });
});
