import { holds } from "@/lib/access/actor";
import { bureauRoles } from "@/lib/access/roles";
import { actorOfRequest } from "@/lib/accounts/session";
import { attachment } from "@/lib/documents/download";
import { refusalProblem, unexpectedProblem } from "@/lib/http/problem";
import { now } from "@/lib/kernel/clock";
import { forbidden, Refusal } from "@/lib/kernel/errors";
import { query } from "@/lib/kernel/query";
import { loadOptions } from "@/lib/reference/queries";
import { indicatorOptions } from "../registration/versions";
import { ledgerColumns } from "./columns";
import { ledgerTemplate } from "./template";

const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const names = { "zh-CN": "kehe-ledger-zh.xlsx", en: "kehe-ledger-en.xlsx" } as const;

/** `GET /api/imports/projects-template.xlsx?locale=en`: the empty ledger with today's codes. */
export async function handleTemplate(request: Request): Promise<Response> {
  try {
    return await answer(request);
  } catch (error) {
    return error instanceof Refusal
      ? refusalProblem(error)
      : unexpectedProblem(error, "ledger template");
  }
}

async function answer(request: Request): Promise<Response> {
  const actor = await actorOfRequest(request);
  if (actor === null) throw new Refusal(401, "no_session");
  if (!holds(actor, ...bureauRoles)) throw forbidden();
  const locale = new URL(request.url).searchParams.get("locale") === "en" ? "en" : "zh-CN";
  const lists = [...new Set(ledgerColumns.flatMap(({ list }) => list ?? []))];
  const options = await query(actor, async (tx) => ({
    ...(await loadOptions(tx, [...lists, "districts"], locale, now())),
    indicators: await indicatorOptions(tx, locale, now()),
  }));
  const bytes = await ledgerTemplate(locale, options);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": sheetType,
      "content-disposition": attachment(names[locale]),
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}
