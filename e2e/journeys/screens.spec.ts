import { expect, test } from "@playwright/test";
import type { PersonName } from "@/test/world/people";
import { fits, saysEnglish } from "../support/crawl";
import { hanInData } from "../support/han";
import { type Kehe, startKehe } from "../support/place";
import { Visitor, Watch } from "../support/visitor";

const people: readonly PersonName[] = [
  "filler",
  "enterprise",
  "district",
  "officer",
  "head",
  "manager",
  "auditor",
  "admin",
  "secadmin",
  "expert1",
];
const styles = [
  { locale: "zh-CN", width: 1440 },
  { locale: "zh-CN", width: 390 },
  { locale: "en", width: 1440 },
  { locale: "en", width: 390 },
] as const;

let kehe: Kehe;

test.beforeAll(async () => {
  kehe = await startKehe("2026-03-02");
});
test.afterAll(() => kehe.stop());

for (const { locale, width } of styles) {
  test(`every place of every role, ${locale} at ${width}`, async ({ browser }) => {
    const watch = new Watch();
    const data = await hanInData(kehe.ownerUrl);
    for (const person of people) {
      const visitor = await Visitor.open(browser, kehe, watch, person, { locale, width });
      await visitor.goto("/");
      const places = await visitor.page
        .locator("nav a")
        .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? "/"));
      for (const place of new Set(places)) {
        await visitor.goto(place);
        await fits(visitor.page);
        if (locale !== "en") continue;
        await saysEnglish(visitor.page, data);
      }
      await visitor.close();
    }
    expect(watch.errors).toEqual([]);
  });
}

test("the keyboard reaches the text first, then name, password and the way in", async ({
  browser,
}) => {
  const visitor = await Visitor.open(browser, kehe, new Watch(), "filler");
  const { page } = visitor;
  await page.goto("/sign-in");
  await page.keyboard.press("Tab");
  const skip = page.locator("a[href='#main']");
  await expect(skip).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#main")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.locator("#username")).toBeFocused();
  await page.keyboard.type("filler");
  await page.keyboard.press("Tab");
  await expect(page.locator("#password")).toBeFocused();
  await page.keyboard.type("kehe-demo");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === "/");
  await visitor.close();
});

test("the language changes and stays on the page", async ({ browser }) => {
  const visitor = await Visitor.open(browser, kehe, new Watch(), "officer");
  await visitor.goto("/projects");
  await visitor.page.getByRole("button", { name: "English" }).click();
  await expect(visitor.page.locator("html")).toHaveAttribute("lang", "en");
  expect(new URL(visitor.page.url()).pathname).toBe("/projects");
  await visitor.close();
});

test("what is only read needs no script", async ({ browser }) => {
  const context = await browser.newContext({ baseURL: kehe.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/sign-in?back=%2Fprojects");
  await page.locator("#username").fill("officer");
  await page.locator("#password").fill("kehe-demo");
  await page.locator("form:has(#password) button").click();
  await expect(page).toHaveURL(/\/projects$/);
  for (const place of ["/", "/projects", "/calls", "/overview"]) {
    await page.goto(place);
    await expect(page.locator("main h1")).toBeVisible();
  }
  await context.close();
});
