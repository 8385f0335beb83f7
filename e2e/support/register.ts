import { expect } from "@playwright/test";
import type { Cast } from "./cast";
import type { Visitor } from "./visitor";

const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Gives a ledger from Excel to the dry run, in place of an earlier one. */
export async function uploadLedger({ page, form }: Visitor, bytes: Buffer): Promise<void> {
  const remove = page.locator("main form").getByRole("button", { name: /移除|删除/ });
  if ((await remove.count()) > 0) await remove.first().click();
  await form.fill({ fileId: { papers: [{ name: "台账.xlsx", bytes, type: sheetType }] } });
  await page.locator("main form button:not([type=button])").click();
}

/** Hands in the ledger that passed the dry run; a second officer confirms it (T00). */
export async function registerLedger(cast: Cast, officer: Visitor): Promise<void> {
  await officer.page.getByRole("button", { name: "提交登记" }).click();
  await officer.page.waitForURL(/\/registrations\/[0-9a-f-]{36}/);
  await officer.look();
  const second = await cast.as("officer2");
  await second.goto(new URL(officer.page.url()).pathname);
  await second.ready();
  await second.page.locator("main button[type=button]").first().click();
  await second.page.locator("dialog[open] button").last().click();
  await expect(second.page.locator("dialog[open]")).toHaveCount(0);
}
