import { expect, test } from "vitest";
import { segmentStates } from "./track-model";

test("the track shows what is behind, here and ahead", () => {
  expect(segmentStates("draft", "call")).toEqual(["current", "ahead", "ahead", "ahead"]);
  expect(segmentStates("active", "call")).toEqual(["done", "done", "current", "ahead"]);
  expect(segmentStates("archived", "call")).toEqual(["done", "done", "done", "done"]);
  expect(segmentStates("not_approved", "call")).toEqual(["done", "stopped", "ahead", "ahead"]);
  expect(segmentStates("tracking", "registered")).toEqual([
    "skipped",
    "skipped",
    "done",
    "current",
  ]);
});
