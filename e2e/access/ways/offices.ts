import { writeFile } from "node:fs/promises";
import { newToken, tokenHash } from "@/lib/accounts/tokens";
import { fileStore, newKey } from "@/lib/documents/storage";
import { newId } from "@/lib/kernel/ids";
import type { World } from "@/test/world";
import { notice } from "./approval-rows";
import { carrierWays } from "./carriers";
import { liaisonOfficeWays } from "./liaison";
import { reportsWays } from "./reports";
import { rollupWays } from "./rollup";
import { rulesWays } from "./rules";
import { makeScene } from "./scene";
import { invitation } from "./surveys";

/** Makes what a command without a project works on, and answers the body. `by` will act. */
export type OfficeWay = (world: World, by: string) => Promise<object>;

let made = 0;
const unique = (): string => {
  made += 1;
  return `${made}`.padStart(4, "0");
};

interface Account {
  userId: string;
  membershipId: string;
  username: string;
}

/** Somebody new with one role. */
async function account(
  world: World,
  role: string,
  place: { unitId?: string } = {},
  status = "active",
): Promise<Account> {
  const userId = newId();
  const membershipId = newId();
  const username = `person${unique()}`;
  await world.owner.userAccount.create({
    data: { id: userId, username, name: "某人", status, createdAt: world.now() },
    select: { id: true },
  });
  await world.owner.membership.create({
    data: { id: membershipId, userId, role, ...place, validFrom: new Date(0) },
    select: { id: true },
  });
  return { userId, membershipId, username };
}

const official = (world: World, status?: string) => account(world, "manager", {}, status);
const colleague = (world: World) => account(world, "filler", { unitId: world.units.first.id });

async function registration(world: World) {
  const id = newId();
  await world.owner.registration.create({
    data: {
      id,
      rows: [registrationRow()],
      rowCount: 1,
      createdById: world.id("officer"),
      createdByName: "何科",
      createdAt: world.now(),
    },
    select: { id: true },
  });
  return { registrationId: id, version: 1 };
}

export function registrationRow() {
  return {
    title: `倒置立式机床合作研发${unique()}`,
    programmeLevel: "provincial",
    upperDocumentNumber: "苏科资发〔2025〕1号",
    year: 2025,
    state: "active",
    uscc: "91320411000000019F",
    unitName: "常州新北精密机器人有限公司",
    unitType: "private",
    districtId: "320411",
    countryCode: "DE",
    industryCode: "CNC",
    cooperationMode: "M2",
    partnerName: "EMAG Holding GmbH",
    investigatorName: "王强",
    startsOn: "2025-07-01",
    endsOn: "2027-06-30",
    grantProvince: "1000000",
    ownFunds: "2000000",
    undertaking: { technologies: [], targets: [], milestones: [], tranches: [] },
  };
}

const callFields = (world: World) => ({
  code: `CALL-${unique()}`,
  title: "第二批国际科技合作项目",
  year: 2026,
  programmeLevel: "city",
  opensAt: "2026-04-01T01:00:00Z",
  closesAt: "2026-05-31T09:00:00Z",
  districtClosesAt: "2026-06-05T09:00:00Z",
  budget: "5000000",
  maxPerUnit: 1,
  publicityDays: 5,
  lightProfile: false,
  description: "",
  formVersionId: world.reference.formVersion,
  scoreSheetId: world.reference.scoreSheet,
  indicatorSetId: world.reference.indicatorSet,
  evaluationRuleId: world.reference.evaluationRule,
});

async function draftCall(world: World) {
  const id = newId();
  const { opensAt, closesAt, districtClosesAt, ...rest } = callFields(world);
  await world.owner.call.create({
    data: {
      id,
      ...rest,
      opensAt: new Date(opensAt),
      closesAt: new Date(closesAt),
      districtClosesAt: new Date(districtClosesAt),
      createdById: world.id("officer"),
      createdAt: world.now(),
    },
    select: { id: true },
  });
  return { callId: id, version: 1 };
}

async function code(world: World): Promise<string> {
  const name = `X${unique()}`;
  await world.owner.codeEntry.create({
    data: {
      list: "industry_1028",
      code: name,
      zh: "新链",
      en: "New",
      validFrom: new Date("2026-01-01T00:00:00Z"),
    },
    select: { code: true },
  });
  return name;
}

async function parameter(world: World): Promise<string> {
  const key = `test_${unique()}`;
  await world.owner.parameter.create({
    data: { id: newId(), key, version: 1, value: 5, basis: "通行", validFrom: new Date(0) },
    select: { id: true },
  });
  return key;
}

async function link(world: World): Promise<string> {
  const { userId } = await official(world);
  const token = newToken();
  await world.owner.accessLink.create({
    data: {
      id: newId(),
      tokenHash: tokenHash(token),
      purpose: "set_password",
      userId,
      createdAt: world.now(),
      expiresAt: new Date(world.now().getTime() + 86_400_000),
    },
    select: { id: true },
  });
  return token;
}

/** An uploaded file of the officer's that is no ledger; its bytes lie in the store. */
async function ledgerFile(world: World): Promise<string> {
  const store = fileStore();
  const path = await store.incoming();
  await writeFile(path, "no ledger");
  const storageKey = newKey();
  await store.keep(path, storageKey);
  const id = await world.file("officer2", "台账.xlsx");
  await world.owner.storedFile.update({ where: { id }, data: { storageKey } });
  return id;
}

const reason = "工作调整";
const password = "correct horse battery 1";

export const officeWays: Readonly<Record<string, OfficeWay>> = {
  ...rollupWays,
  ...rulesWays,
  ...carrierWays,
  ...liaisonOfficeWays,
  "application.create-draft": async (world) => ({
    callId: world.reference.call,
    unitId: world.units.first.id,
  }),
  "application.register-projects": async () => ({ rows: [registrationRow()], dryRun: true }),
  "application.import-ledger": async (world) => ({ fileId: await ledgerFile(world), dryRun: true }),
  "application.confirm-registration": (world) => registration(world),
  "application.reject-registration": async (world) => ({ ...(await registration(world)), reason }),
  "approval.file-objection": async (world) => {
    const scene = await makeScene(world, "publicity", { here: true });
    return {
      noticeId: await notice(scene, false),
      name: "王某",
      phone: "0519-88888888",
      content: "内容不实",
    };
  },
  "calls.create-call": async (world) => callFields(world),
  "calls.update-call": async (world) => ({ ...(await draftCall(world)), ...callFields(world) }),
  "calls.publish-call": (world) => draftCall(world),
  "calls.extend-for-unit": async (world) => ({
    callId: world.reference.call,
    unitId: world.units.second.id,
    closesAt: "2026-04-03T09:00:00Z",
    reason,
  }),
  "calls.set-quota": async (world) => ({
    callId: world.reference.call,
    districtId: "320411",
    quota: 900,
  }),
  "accounts.register-unit": async (world) => {
    await world.owner.unit.updateMany({
      where: { uscc: freeUscc },
      data: { uscc: `91320411${newId().slice(-10)}` },
    });
    return {
      uscc: freeUscc,
      name: "常州新设科技有限公司",
      type: "private",
      districtId: "320411",
      contactName: "钱新",
      contactPhone: "13800000000",
      username: `admin${unique()}`,
    };
  },
  "surveys.answer": async (world) => {
    const scene = await makeScene(world, "evaluation", { here: true });
    const { token } = await invitation(scene, "satisfaction");
    return { token, quality: "5", cooperation: "4", overall: "4" };
  },
  "surveys.answer-comparison": async (world) => {
    const scene = await makeScene(world, "not_approved", { here: true });
    const { token } = await invitation(scene, "comparison");
    return { token, wentAhead: "smaller" };
  },
  "accounts.set-password-by-link": async (world) => ({ token: await link(world), password }),
  "accounts.confirm-unit": async (world) => {
    const { id } = world.units.first;
    await world.owner.unit.update({ where: { id }, data: { status: "registered" } });
    const { version } = await world.owner.unit.findUniqueOrThrow({
      where: { id },
      select: { version: true },
    });
    return { unitId: id, version };
  },
  "accounts.add-member": async (world) => ({
    unitId: world.units.first.id,
    username: `member${unique()}`,
    name: "新人",
    role: "filler",
  }),
  "accounts.end-membership": async (world) => {
    const { membershipId } = await colleague(world);
    return { membershipId, reason };
  },
  "accounts.create-user": async () => ({ username: `user${unique()}`, name: "新人" }),
  "accounts.grant-role": async (world) => {
    const { userId } = await account(world, "bureau_officer");
    return { userId, role: "division_head" };
  },
  "accounts.revoke-role": async (world) => {
    const { membershipId } = await official(world);
    return { membershipId, reason };
  },
  "accounts.disable-user": async (world) => {
    const { userId } = await official(world);
    return { userId, version: 1, reason };
  },
  "accounts.enable-user": async (world) => {
    const { userId } = await official(world, "disabled");
    return { userId, version: 1, reason };
  },
  "accounts.unlock-user": async (world) => ({ userId: (await official(world)).userId }),
  "accounts.issue-access-link": async (world) => ({ userId: (await colleague(world)).userId }),
  "accounts.end-sessions": async (world) => ({ userId: (await official(world)).userId }),
  "accounts.change-password": async () => ({ current: "wrong password", password }),
  ...reportsWays,
  "reference.set-parameter": async (world) => ({
    key: await parameter(world),
    version: 1,
    value: "7",
    basis: "市局决定",
  }),
  "reference.set-calendar-day": async () => ({ day: "2026-10-10", working: true, note: "调休" }),
  "reference.add-code": async () => ({
    list: "industry_1028",
    code: `N${unique()}`,
    zh: "新链",
    en: "New",
    validFrom: "2026-01-01",
  }),
  "reference.end-code": async (world) => ({
    list: "industry_1028",
    code: await code(world),
    validFrom: "2026-01-01",
    validTo: "2026-12-31",
  }),
};

/** A valid code (domain.md §5.6) that no unit of the world has. */
const freeUscc = "913204110000000430";
