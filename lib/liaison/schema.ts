import { z } from "zod";
import { field, rowVersion } from "@/lib/kernel/field";
import { daySchema } from "@/lib/project/plan";
import { bodyKinds } from "./rules";

const hiddenId = () => field(z.uuid(), { kind: "hidden" });
const line = (max: number) => z.string().trim().min(1).max(max);
const longText = field(line(2000), { kind: "longText" });
const name = field(line(60), { kind: "text", width: "half" });
const optionalName = field(z.string().trim().max(60).nullish(), { kind: "text", width: "half" });
/** An office's telephone: digits, with the marks that people write between them. */
const phone = field(
  z
    .string()
    .trim()
    .max(30)
    .regex(/^$|^[+\d][\d\s()\-转]{4,}$/)
    .nullish(),
  { kind: "text", width: "half" },
);
const account = field(z.uuid().nullish(), {
  kind: "select",
  options: "liaisonPeople",
  width: "half",
});

export const districtCode = z.string().regex(/^[\w-]{2,20}$/);

/** `version` is that of the body in force, 0 where there is none. */
export const setBodyInput = z.strictObject({
  districtId: field(districtCode, { kind: "hidden" }),
  version: rowVersion(0),
  name: field(line(120), { kind: "text", width: "half" }),
  kind: field(z.enum(bodyKinds), { kind: "select", width: "half" }),
  contactName: name,
  contactPhone: phone,
  contactUserId: account,
  dedicated: field(z.enum(["dedicated", "part_time"]), { kind: "radio" }),
  deputyName: optionalName,
  deputyPhone: phone,
  deputyUserId: account,
  duties: longText,
  validFrom: field(daySchema, { kind: "date", width: "half" }),
});

export const recordVisitInput = z.strictObject({
  projectId: hiddenId(),
  visitedOn: field(daySchema, { kind: "date", width: "half" }),
  visitors: field(line(200), { kind: "text", width: "half" }),
  findings: longText,
  agreed: field(z.string().trim().max(2000).optional(), { kind: "longText", lines: 3 }),
  photos: field(z.array(z.uuid()).max(12).optional(), {
    kind: "files",
    accept: [".jpg", ".jpeg", ".png"],
    maxBytes: 10 * 1_048_576,
  }),
});

export const handOverInput = z.strictObject({
  fromUserId: field(z.uuid(), { kind: "select", options: "givers", width: "half" }),
  toUserId: field(z.uuid(), { kind: "select", options: "takers", width: "half" }),
  reason: longText,
});

export const openFeedInput = z.strictObject({});
export const closeFeedInput = z.strictObject({ feedId: hiddenId() });

export const watchProjectInput = z.strictObject({ projectId: hiddenId(), reason: longText });
export const endWatchInput = z.strictObject({ projectId: hiddenId(), reason: longText });
