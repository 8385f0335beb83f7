import { describe, expect, it } from "vitest";
import { sentenceParams } from "./sentence";

describe("parameters of a sentence", () => {
  it("give money in yuan with separators and in 万元", () => {
    expect(sentenceParams({ amount: "1234500.00", seq: 1 })).toEqual({
      amount: "1,234,500",
      amountWan: "123.45",
      seq: 1,
    });
  });

  it("leave other texts as they are, join lists and drop what can't be said", () => {
    expect(
      sentenceParams({ documentNumber: "12345", fields: { a: 1 }, none: null, codes: ["a", "b"] }),
    ).toEqual({
      documentNumber: "12345",
      codes: "a、b",
    });
    expect(sentenceParams(null)).toEqual({});
    expect(sentenceParams({ amount: "?" })).toEqual({ amount: "?" });
  });
});
