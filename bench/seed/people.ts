import type pg from "pg";
import { newToken, tokenHash } from "@/lib/accounts/tokens";
import { districts } from "@/lib/reference/districts";
import { usccFrom } from "@/lib/reference/uscc";
import { insertRows, type Row, rowId } from "./rows";

export interface Unit {
  id: string;
  name: string;
  districtId: string;
  fillerId: string;
}

export interface People {
  units: readonly Unit[];
  officers: readonly string[];
  /** District officers by district. */
  recommending: ReadonlyMap<string, string>;
}

const openDistricts = districts.filter((row) => row.validTo === undefined);
/** Where the command's projects wait. */
export const busyDistrict = "320412";
const names = [
  "聚焦医疗",
  "精密机械",
  "新能源",
  "碳材料",
  "智能装备",
  "生物医药",
  "光电",
  "轨道交通",
];
const since = "2014-01-01T00:00:00Z";

const person = (id: string, username: string, name: string): Row => ({
  id,
  username,
  name,
  createdAt: since,
});

const membership = (n: number, userId: string, role: string, place: Row = {}): Row => ({
  id: rowId(3, n),
  userId,
  role,
  unitId: null,
  districtId: null,
  validFrom: since,
  ...place,
});

/** Units with a filler each, twenty bureau officers, and an officer of each district. */
export async function insertPeople(client: pg.Client, unitCount: number): Promise<People> {
  const units = Array.from({ length: unitCount }, (_, n): Unit => {
    const district = openDistricts[n % openDistricts.length];
    return {
      id: rowId(1, n),
      name: `常州${names[n % names.length]}第${n + 1}有限公司`,
      districtId: district?.code ?? busyDistrict,
      fillerId: rowId(2, 10_000 + n),
    };
  });
  const officers = Array.from({ length: 20 }, (_, n) => rowId(2, n));
  const recommending = new Map(openDistricts.map((row, n) => [row.code, rowId(2, 100 + n)]));
  await insertRows(client, "unit", units.map(unitRow));
  await insertRows(client, "user_account", [
    ...officers.map((id, n) => person(id, `officer${n}`, `科员${n}`)),
    ...[...recommending].map(([code, id]) => person(id, `district-${code}`, `区科技局${code}`)),
    ...units.map(({ fillerId }, n) => person(fillerId, `filler${n}`, `填报人${n}`)),
  ]);
  await insertRows(client, "membership", [
    ...officers.map((id, n) => membership(n, id, "bureau_officer")),
    ...[...recommending].map(([districtId, id], n) =>
      membership(100 + n, id, "district_officer", { districtId }),
    ),
    ...units.map(({ id, fillerId }, n) =>
      membership(10_000 + n, fillerId, "filler", { unitId: id }),
    ),
  ]);
  return { units, officers, recommending };
}

function unitRow({ id, name, districtId }: Unit, n: number): Row {
  return {
    id,
    uscc: usccFrom(`91320400${String(n).padStart(9, "0")}`),
    name,
    type: "private",
    districtId,
    administrativeDistrictId: districtId,
    managingUnitId: districtId,
    status: "confirmed",
    registeredAt: since,
  };
}

/** A session that is in force; answers the token that its cookie carries. */
export async function insertSession(
  client: pg.Client,
  userId: string,
  n: number,
  now: Date,
): Promise<string> {
  const token = newToken();
  await insertRows(client, "session", [
    {
      id: rowId(4, n),
      tokenHash: tokenHash(token),
      userId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + 8 * 3_600_000),
    },
  ]);
  return token;
}
