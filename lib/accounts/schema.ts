import { z } from "zod";
import { accountRoles } from "@/lib/access/roles";
import { field, rowVersion } from "@/lib/kernel/field";
import { unitTypes } from "./unit-types";

const line = (max: number) => z.string().trim().min(1).max(max);
const hiddenId = field(z.uuid(), { kind: "hidden" });
const hiddenVersion = rowVersion();
const half = <S extends z.ZodType>(schema: S): S => field(schema, { kind: "text", width: "half" });
const reason = field(line(500), { kind: "longText", lines: 3 });

/** Names to sign in with: small letters, digits, dot, hyphen, underscore. */
export const username = z.string().regex(/^[a-z0-9][a-z0-9._-]{2,39}$/);
const password = z.string().min(10).max(200);
const phone = z.string().regex(/^\+?[0-9][0-9 -]{5,19}$/);

const personFields = {
  username: field(username, { kind: "text", width: "half", autoComplete: "off" }),
  name: half(line(60)),
  nameEn: half(line(120).optional()),
  phone: half(phone.optional()),
};

/** A unit registers itself; its first administrator confirms for it from then on. */
export const registerUnitInput = z.strictObject({
  uscc: half(line(30)),
  name: half(line(120)),
  nameEn: half(line(200).optional()),
  type: field(z.enum(unitTypes), { kind: "select", width: "half" }),
  districtId: field(line(20), { kind: "select", options: "districts", width: "half" }),
  address: half(line(200).optional()),
  contactName: half(line(60)),
  contactPhone: half(phone),
  username: field(username, { kind: "text", width: "half", autoComplete: "off" }),
});

export const confirmUnitInput = z.strictObject({ unitId: hiddenId, version: hiddenVersion });

export const memberRoles = ["filler", "unit_admin"] as const;

export const addMemberInput = z.strictObject({
  unitId: hiddenId,
  ...personFields,
  role: z.enum(memberRoles),
});

export const membershipInput = z.strictObject({ membershipId: hiddenId, reason });

const expertFields = field(
  z.strictObject({
    employer: half(line(120)),
    title: half(line(60)),
    specialties: field(z.array(line(40)).max(10), {
      kind: "multiSelect",
      options: "industries",
      width: "full",
    }),
    finance: z.boolean(),
  }),
  { kind: "group" },
);

export const createUserInput = z.strictObject({
  ...personFields,
  expert: expertFields.optional(),
});

export const grantRoleInput = z.strictObject({
  userId: hiddenId,
  role: field(z.enum(accountRoles), { kind: "select", width: "half" }),
  districtId: field(line(20).optional(), {
    kind: "select",
    options: "districts",
    width: "half",
    showWhen: { field: "role", in: ["district_officer"] },
  }),
  unitId: field(z.uuid().optional(), {
    kind: "select",
    options: "units",
    width: "half",
    showWhen: { field: "role", in: [...memberRoles] },
  }),
});

export const changeUserStatusInput = z.strictObject({
  userId: hiddenId,
  version: hiddenVersion,
  reason,
});

export const userInput = z.strictObject({ userId: hiddenId });

export const changePasswordInput = z.strictObject({
  current: field(z.string().min(1).max(200), {
    kind: "password",
    width: "half",
    autoComplete: "current-password",
  }),
  password: field(password, { kind: "password", width: "half", autoComplete: "new-password" }),
});

export const setPasswordByLinkInput = z.strictObject({
  token: field(z.string().regex(/^[\w-]{43}$/), { kind: "hidden" }),
  password,
});

export const endSessionsInput = z.strictObject({
  /** Whose; one's own without it. */
  userId: hiddenId.optional(),
});
