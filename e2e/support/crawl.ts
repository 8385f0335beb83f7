import { expect, type Page } from "@playwright/test";
import { hanOutsideData } from "./han";
import type { Visitor } from "./visitor";

/** Downloads and the way out are no screens. */
const isScreen = (address: string): boolean =>
  !address.startsWith("/api/") && !/\.(pdf|xlsx|docx|zip|ics)(\?|$)/.test(address);

/** The page itself never scrolls sideways. */
export async function fits(page: Page): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(over, `overflow of ${page.url()}`).toBeLessThanOrEqual(0);
}

/** On an English screen no Han character stands outside data. */
export async function saysEnglish(page: Page, data: readonly string[]): Promise<void> {
  const text = await page.locator("body").innerText();
  const left = hanOutsideData(text.replaceAll("中文", ""), data);
  expect.soft(left, `Chinese on ${page.url()}`).toEqual([]);
}

/** Follows every link that stands under an address, each screen once, and does `check` on each. */
export async function crawl(
  visitor: Visitor,
  root: string,
  check: (page: Page) => Promise<void>,
): Promise<number> {
  const waiting = [root];
  const met = new Set(waiting);
  for (let place = waiting.shift(); place !== undefined; place = waiting.shift()) {
    await visitor.goto(place);
    await check(visitor.page);
    for (const link of await linksOf(visitor.page)) {
      if (!link.startsWith(root) || met.has(link) || !isScreen(link)) continue;
      met.add(link);
      waiting.push(link);
    }
  }
  return met.size;
}

/** Addresses of this site that the page's text leads to, without their anchors. */
function linksOf(page: Page): Promise<string[]> {
  return page.locator("main a[href]").evaluateAll((links) =>
    links.flatMap((link) => {
      const { origin, pathname, search } = new URL(link.getAttribute("href") ?? "", location.href);
      return origin === location.origin ? [`${pathname}${search}`] : [];
    }),
  );
}
