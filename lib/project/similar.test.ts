import { expect, test } from "vitest";
import { areSimilar, similarity } from "./similar";

test("the paper's two crystallisation titles are alike (domain.md §4.5, item 14)", () => {
  expect(areSimilar("超临界流体药物结晶技术的联合开发", "超临界流体药物结晶技术的联合研发")).toBe(
    true,
  );
});

test("its two collagen titles are alike", () => {
  expect(
    areSimilar(
      "医用胶原蛋白海绵的制备技术转移与新技术的联合开发",
      "外科治疗用胶原蛋白海绵的制备技术转移与新技术的开发",
    ),
  ).toBe(true);
});

test("different work is not", () => {
  expect(
    areSimilar("颅内动脉血管瘤导流器新型装置的合作研发", "风力发电齿轮传动系统系列化开发及产业化"),
  ).toBe(false);
});

test("a title is wholly like itself, and an empty one like nothing", () => {
  expect(similarity("核磁共振", "核磁共振")).toBe(1);
  expect(similarity("", "")).toBe(0);
});
