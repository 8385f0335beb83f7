import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  add,
  compare,
  decimalOf,
  divide,
  fitsPlaces,
  fraction,
  parseDecimal,
  toFixed,
} from "./fraction";

describe("exact fractions", () => {
  it("adds what binary floats can't", () => {
    expect(toFixed(add(decimalOf("0.1"), decimalOf("0.2")), 2)).toBe("0.30");
    expect(compare(add(decimalOf("0.1"), decimalOf("0.2")), decimalOf("0.3"))).toBe(0);
  });

  it.each([
    ["1.005", 2, "1.01"],
    ["2.675", 2, "2.68"],
    ["-1.005", 2, "-1.01"],
    ["-0.001", 2, "0.00"],
    ["0.5", 0, "1"],
    ["0.05", 1, "0.1"],
  ])("rounds %s to %i places as %s", (text, places, shown) =>
    expect(toFixed(decimalOf(text), places)).toBe(shown),
  );

  it("refuses what is no plain decimal", () => {
    for (const text of ["", " 1", "1.", ".5", "1e3", "Infinity", "1,000", "--1", "１"])
      expect(parseDecimal(text)).toBeNull();
    expect(() => decimalOf("x")).toThrow(RangeError);
    expect(() => divide(fraction(1n), fraction(0n))).toThrow(RangeError);
  });

  it("reads back what it wrote", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.nat(6), (n, places) => {
        const value = fraction(n, 10n ** BigInt(places));
        expect(compare(decimalOf(toFixed(value, places)), value)).toBe(0);
        expect(fitsPlaces(value, places)).toBe(true);
      }),
    );
  });
});
