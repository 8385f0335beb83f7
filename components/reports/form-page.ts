import { notFound } from "next/navigation";
import { z } from "zod";
import { type Actor, unitIdsOf } from "@/lib/access/actor";
import { applicantRoles } from "@/lib/access/roles";
import { requireActor } from "@/lib/accounts/session";
import { now as clockNow } from "@/lib/kernel/clock";
import { query } from "@/lib/kernel/query";
import { refuseRead } from "@/lib/kernel/refuse-read";
import { type YearlyFormView, yearlyFormOf } from "@/lib/reports/queries";

export interface FormPageProps {
  params: Promise<{ year: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

interface FormPage {
  actor: Actor;
  form: YearlyFormView;
  now: Date;
  /** The address of a page of this form: "" for the form itself. */
  at: (page: "" | "/submit" | "/return") => string;
}

const yearShape = z.coerce.number().int().min(2000).max(2200);

/** The form that an address names: of the unit in `unit`, else of the reader's own; 404 outside his scope. */
export async function formPage({ params, searchParams }: FormPageProps): Promise<FormPage> {
  const actor = await requireActor();
  const year = yearShape.safeParse((await params).year);
  const { unit } = await searchParams;
  const [own] = unitIdsOf(actor, ...applicantRoles);
  const unitId = z.uuid().safeParse(unit ?? own);
  if (!year.success || !unitId.success) notFound();
  const now = clockNow();
  const target = { unitId: unitId.data, year: year.data };
  const form = await query(actor, (tx) => yearlyFormOf(tx, actor, target, now));
  if (form === null) {
    await refuseRead(actor, "reports.read-yearly-form", unitId.data);
    notFound();
  }
  const search = form.unitId === own ? "" : `?unit=${form.unitId}`;
  return { actor, form, now, at: (page) => `/yearly/${form.year}${page}${search}` };
}
