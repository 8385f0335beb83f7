/**
 * Takes the pictures of docs/guide from a running demonstration.
 *   npm start            (in another terminal, with fresh demonstration data)
 *   npm run docs:guide   [-- part of a picture's name]
 * KEHE_URL names it when it doesn't listen on http://127.0.0.1:3000.
 */
import { mkdirSync } from "node:fs";
import { type Browser, chromium, type Page } from "@playwright/test";
import { findBrowser } from "../../e2e/support/browser";
import { type Shot, shots } from "./shots";

const url = process.env.KEHE_URL || "http://127.0.0.1:3000";
const folder = "docs/guide/images";
const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

async function signedIn(browser: Browser, { person, locale, size }: Shot): Promise<Page> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: sizes[size],
    timezoneId: "Asia/Shanghai",
  });
  await context.addCookies([{ name: "kehe_locale", value: locale, url }]);
  const page = await context.newPage();
  if (person === null) return page;
  await page.goto("/sign-in");
  await page.locator("#username").fill(person);
  await page.locator("#password").fill("kehe-demo");
  await page.locator("form:has(#password) button").click();
  await page.waitForURL((address) => address.pathname !== "/sign-in");
  return page;
}

/** Goes where the picture is: an address, then link after link by their selectors. */
async function walk(page: Page, { path, follow }: Shot): Promise<void> {
  await page.goto(path);
  for (const selector of follow ?? []) {
    await page.locator(selector).first().click();
    await page.waitForLoadState("networkidle");
  }
}

async function take(browser: Browser, shot: Shot): Promise<void> {
  const page = await signedIn(browser, shot);
  try {
    await walk(page, shot);
    await page.screenshot({ path: `${folder}/${shot.name}.png`, fullPage: shot.whole ?? false });
    console.log(`${shot.name}: ${new URL(page.url()).pathname}`);
  } finally {
    await page.context().close();
  }
}

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch(await findBrowser());
const wanted = shots.filter(({ name }) => name.includes(process.argv[2] ?? ""));
const failed: string[] = [];
for (const shot of wanted) {
  await take(browser, shot).catch((error: unknown) => {
    failed.push(`${shot.name}: ${error instanceof Error ? error.message.split("\n")[0] : error}`);
  });
}
await browser.close();
if (failed.length > 0) {
  console.error(`Not taken:\n${failed.join("\n")}`);
  process.exitCode = 1;
}
