import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bigrams, queryGrams } from "./bigrams";

const title = "核磁共振引导聚焦超声治疗肝癌技术研发及产业化";
const finds = (query: string, text: string) => {
  const grams = new Set(bigrams(text));
  return queryGrams(query).every((gram) => grams.has(gram));
};

describe("bigrams", () => {
  it("finds a word inside a word", () => {
    expect(bigrams(title)).toContain("共振");
    expect(finds("共振", title)).toBe(true);
    expect(finds("肝", title)).toBe(true);
    expect(finds("振共", title)).toBe(false);
    expect(finds("光伏", title)).toBe(false);
  });

  it("folds case, width, blanks and punctuation", () => {
    expect(finds("３ｍｗ变速", "3MW 变速、变桨风电机组")).toBe(true);
    expect(finds("wsn", "无线传感器网络（WSN）")).toBe(true);
    expect(finds("网络wsn", "无线传感器网络（WSN）")).toBe(true);
    expect(queryGrams(" ，（）")).toEqual([]);
    expect(bigrams("光光光")).toEqual(["光", "光光"]);
  });

  it("keeps characters outside the basic plane whole", () => {
    expect(bigrams("𠮷野")).toEqual(["𠮷", "野", "𠮷野"]);
  });

  it("finds every part of any title", () => {
    const characters = fc.constantFrom(...`${title}ABcd Σ019（）、-Ｑ`);
    fc.assert(
      fc.property(
        fc.array(characters, { maxLength: 40 }),
        fc.nat(40),
        fc.nat(6),
        (row, from, size) => {
          expect(finds(row.slice(from, from + size).join(""), row.join(""))).toBe(true);
        },
      ),
    );
  });
});
