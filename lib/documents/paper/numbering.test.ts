import { expect, test } from "vitest";
import { heading, subheading } from "./numbering";

test("headings are numbered as official papers are, and plainly in English", () => {
  expect(heading(1, "zh-CN")).toBe("一、");
  expect(heading(11, "zh-CN")).toBe("十一、");
  expect(subheading(2, 3, "zh-CN")).toBe("（三）");
  expect(heading(2, "en")).toBe("2. ");
  expect(subheading(2, 3, "en")).toBe("2.3 ");
});
