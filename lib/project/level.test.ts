import { expect, it } from "vitest";
import { programmeLevelCodes } from "@/lib/reference/codes/cooperation";
import { cityLevel, isUpperLevel } from "./level";

it("speaks of levels as the code list names them", () => {
  const codes = programmeLevelCodes.map(({ code }) => code);
  expect(codes).toContain(cityLevel);
  expect(codes.filter((programmeLevel) => isUpperLevel({ programmeLevel }))).toEqual([
    "national",
    "provincial",
  ]);
});
