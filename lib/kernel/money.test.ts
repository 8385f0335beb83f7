import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareYuan,
  formatCurrency,
  formatWanYuan,
  parseWanYuan,
  percentOf,
  sumYuan,
  toYuan,
  wanYuanField,
} from "./money";
import { capitals } from "./money-capitals";

describe("amounts in 万元", () => {
  it.each([
    ["17650000.00", "1,765.00"],
    ["131760000", "13,176.00"],
    ["1234567.89", "123.4568"],
    ["193181.80", "19.3182"],
    ["195000", "19.50"],
    ["0", "0.00"],
    ["-25000", "-2.50"],
  ])("shows %s yuan as %s", (yuan, text) => expect(formatWanYuan(yuan)).toBe(text));

  it("drops the digits that a table doesn't want", () => {
    expect(formatWanYuan("17650000", { least: 0 })).toBe("1,765");
    expect(formatWanYuan("1234567.89", { least: 2, most: 2 })).toBe("123.46");
  });

  it.each([
    ["120", "1200000.00"],
    ["1,765.5", "17655000.00"],
    [" １，７６５．５ ", "17655000.00"],
    ["0.000001", "0.01"],
    ["60 万元", "600000.00"],
    ["007", "70000.00"],
  ])("reads %s as %s yuan", (typed, yuan) =>
    expect(parseWanYuan(typed)).toEqual({ ok: true, yuan }),
  );

  it.each([
    ["", "empty"],
    ["  ", "empty"],
    ["万元", "empty"],
    ["12,34", "grouping"],
    ["1,2345", "grouping"],
    ["1.234,5", "grouping"],
    ["abc", "not_a_number"],
    ["-5", "not_a_number"],
    ["+5", "not_a_number"],
    ["1e3", "not_a_number"],
    ["1.2.3", "not_a_number"],
    ["5元", "not_a_number"],
    ["0.0000001", "too_precise"],
    ["1000000000000", "too_large"],
  ] as const)("refuses %j: %s", (typed, problem) =>
    expect(parseWanYuan(typed)).toEqual({ ok: false, problem }),
  );

  it("reads back what the field shows", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 17n }), (fen) => {
        const yuan = `${fen / 100n}.${(fen % 100n).toString().padStart(2, "0")}`;
        expect(parseWanYuan(wanYuanField(yuan))).toEqual({ ok: true, yuan });
      }),
    );
  });
});

describe("sums, rates and currencies", () => {
  it("keeps every fen", () => {
    expect(sumYuan(["0.10", "0.20"])).toBe("0.30");
    expect(sumYuan([])).toBe("0.00");
    expect(toYuan("100000", "7.12345678")).toBe("712345.68");
    expect(percentOf("400000", "20")).toBe("80000.00");
    expect(compareYuan("1.0", "1.00")).toBe(0);
    expect(() => sumYuan(["0.001"])).toThrow(RangeError);
    expect(() => sumYuan(["NaN"])).toThrow(RangeError);
  });

  it("shows other currencies", () => {
    expect(formatCurrency("1234567.5", "USD")).toBe("USD 1,234,567.50");
    expect(formatCurrency("1234567.5", "JPY")).toBe("JPY 1,234,568");
  });
});

describe("Chinese capitals", () => {
  it.each([
    ["1200000", "壹佰贰拾万元整"],
    ["0", "零元整"],
    ["10", "壹拾元整"],
    ["1.05", "壹元零伍分"],
    ["10.5", "壹拾元伍角整"],
    ["0.5", "伍角整"],
    ["0.07", "柒分"],
    ["1680.32", "壹仟陆佰捌拾元叁角贰分"],
    ["10500", "壹万零伍佰元整"],
    ["107000.53", "壹拾万柒仟元伍角叁分"],
    ["1000001", "壹佰万零壹元整"],
    ["100000000", "壹亿元整"],
    ["100010000", "壹亿零壹万元整"],
    ["100001000", "壹亿零壹仟元整"],
    ["20003000", "贰仟万叁仟元整"],
    ["100000010", "壹亿零壹拾元整"],
    ["1000100000000", "壹万零壹亿元整"],
    ["2030405060.70", "贰拾亿叁仟零肆拾万伍仟零陆拾元柒角整"],
    [
      "9999999999999999.99",
      "玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分",
    ],
    ["-300", "负叁佰元整"],
  ])("writes %s as %s", (yuan, text) => expect(capitals(yuan)).toBe(text));

  it("refuses what it can't write", () => {
    expect(() => capitals("0.001")).toThrow(RangeError);
    expect(() => capitals("10000000000000000")).toThrow(RangeError);
  });

  it("names different amounts differently, without doubled or trailing zeros", () => {
    const fen = fc.integer({ min: 0, max: 2_000_000_000 });
    fc.assert(
      fc.property(fen, fen, (a, b) => {
        const [x, y] = [a, b].map((n) => capitals((n / 100).toFixed(2)));
        expect(x === y).toBe(a === b);
        expect(x).not.toMatch(/零零|.零[元万亿]/);
      }),
    );
  });
});
