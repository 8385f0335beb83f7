import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { z } from "zod";
import type { PersonName } from "@/test/world/people";
import { type Answers, Form } from "./form";
import type { Kehe } from "./place";

const PASSWORD = "kehe-demo";
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** How long a step may take on a busy machine until it is done or refused. */
const ANSWER_MS = 60_000;
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** What went wrong in any page of a journey, and which screens were looked at. */
export class Watch {
  readonly errors: string[] = [];
  private readonly seen = new Set<string>();

  /** True the first time that a screen of this kind is met. */
  isNew(page: Page, extra = ""): boolean {
    const { pathname, searchParams } = new URL(page.url());
    const tab = searchParams.get("tab") ?? "";
    const key = `${pathname.replace(UUID, "*")}|${tab}|${extra}`;
    if (this.seen.has(key)) return false;
    this.seen.add(key);
    return true;
  }

  follow(context: BrowserContext, person: string): void {
    context.on("console", (message) => {
      if (message.type() !== "error" || isExpected(message.text())) return;
      this.errors.push(`${person}: ${message.text()} (${message.location().url})`);
    });
    context.on("weberror", (error) => {
      this.errors.push(`${person}: ${error.error().stack ?? error.error().message}`);
    });
  }
}

const refusal = z.object({
  code: z.string().optional(),
  fields: z.record(z.string(), z.array(z.object({ code: z.string() }))).optional(),
});

/** A refusal that a journey provokes is told by the browser as a failed request. */
const isExpected = (text: string): boolean =>
  /Failed to load resource.*status of (401|403|404|409|422)/.test(text);

interface VisitorOptions {
  locale?: "zh-CN" | "en";
  width?: number;
}

/** One person at one browser. */
export class Visitor {
  readonly form: Form;

  private constructor(
    readonly person: PersonName,
    readonly page: Page,
    private readonly watch: Watch,
  ) {
    this.form = new Form(page);
  }

  static async open(
    browser: Browser,
    kehe: Kehe,
    watch: Watch,
    person: PersonName,
    { locale = "zh-CN", width = 1440 }: VisitorOptions = {},
  ): Promise<Visitor> {
    const context = await browser.newContext({
      baseURL: kehe.url,
      viewport: { width, height: 900 },
    });
    await context.addCookies([{ name: "kehe_locale", value: locale, url: kehe.url }]);
    watch.follow(context, person);
    return new Visitor(person, await context.newPage(), watch);
  }

  /** Goes to an address, signing in first where Kehe asks for it, and looks at the screen. */
  async goto(path: string): Promise<void> {
    await this.page.goto(path);
    if (new URL(this.page.url()).pathname === "/sign-in") await this.signIn();
    await this.look();
  }

  /** Waits until the script of the page works: what is clicked before goes nowhere. */
  async ready(): Promise<void> {
    await this.page.waitForFunction(() =>
      Array.from(document.querySelectorAll("main button[type=button], main form")).some((node) =>
        Object.keys(node).some((key) => key.startsWith("__react")),
      ),
    );
  }

  /** Types name and password, as the sign-in page asks. */
  async signIn(): Promise<void> {
    await this.look();
    await this.page.locator("#username").fill(this.person);
    await this.page.locator("#password").fill(PASSWORD);
    await this.page.locator("form:has(#password) button").click();
    await this.page.waitForURL((url) => url.pathname !== "/sign-in");
  }

  /** Accessibility of a screen, once for each kind of screen. */
  async look(extra = ""): Promise<void> {
    if (!this.watch.isNew(this.page, extra)) return;
    const { violations } = await new AxeBuilder({ page: this.page }).withTags(TAGS).analyze();
    const told = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
    );
    expect.soft(told, `accessibility of ${this.page.url()}`).toEqual([]);
  }

  /** Finds a project by its title, as one does: in the list, by search. */
  async findProject(title: string): Promise<void> {
    await this.goto("/projects");
    await this.page.locator("main input[name=q]").fill(title);
    await this.page.locator("main input[name=q]").press("Enter");
    await this.page.locator("main").getByRole("link", { name: title }).first().click();
    await expect(this.page.getByRole("heading", { level: 1 })).toHaveText(title);
    await this.look();
  }

  /** Opens the form of a step by the link that the screen offers. */
  async openStep(command: string, place: StepPlace = {}): Promise<void> {
    const scope = place.within ? this.page.locator(place.within) : this.page.locator("main");
    const around = place.near ? scope.filter({ hasText: place.near }) : scope;
    const link = around.locator(`a[href*="/do/${command}"]`).first();
    await link.click();
    await this.page.waitForURL((url) => url.pathname.includes(`/do/${command}`));
    await this.form.ready();
    await this.look();
  }

  /** Opens the form of a command that has a page of its own. */
  async openForm(path: string): Promise<void> {
    await this.goto(path);
    await this.form.ready();
  }

  /** Fills the form on the page, sends it, and waits until it is done: the address tells. */
  async send(
    answers: Answers = {},
    arrived = (url: URL): boolean => !url.pathname.includes("/do/"),
  ): Promise<void> {
    await this.form.fill(answers);
    await this.page.locator("main form button:not([type=button])").last().click();
    const left = this.page
      .waitForURL(arrived, { waitUntil: "load", timeout: ANSWER_MS })
      .then(() => null);
    const alert = this.page.locator("main [role=alert]");
    const refused = alert
      .first()
      .waitFor({ timeout: ANSWER_MS })
      .then(() => alert.allInnerTexts());
    left.catch(() => undefined);
    refused.catch(() => undefined);
    const told = await Promise.race([left, refused]);
    expect(told, `${this.person} sends ${this.page.url()}`).toBeNull();
    await this.look();
  }

  /** Presses a button that asks once more in a dialog, and says yes. */
  async confirm(name: string | RegExp): Promise<void> {
    await this.ready();
    const dialog = this.page.locator("dialog[open]");
    await this.page.locator("main").getByRole("button", { name }).first().click();
    await dialog.locator("button").last().click();
    await expect(dialog).toHaveCount(0);
  }

  /** A command as the screen would send it, told by status and code. */
  async post(
    command: string,
    body: object,
  ): Promise<{ status: number; code: string; fields: string[] }> {
    const answer = await this.page.request.post(`/api/commands/${command}`, {
      data: body,
      headers: { origin: new URL(this.page.url()).origin },
    });
    const told = refusal.parse(await answer.json());
    return {
      status: answer.status(),
      code: told.code ?? "",
      fields: Object.entries(told.fields ?? {}).map(
        ([path, [first]]) => `${path} ${first?.code ?? ""}`,
      ),
    };
  }

  /** Closes this person's browser. */
  async close(): Promise<void> {
    await this.page.context().close();
  }
}

/** Where on a screen a step is offered. */
export interface StepPlace {
  /** Selector of the part of the screen. */
  within?: string;
  /** Text that stands in that part. */
  near?: string;
  /** The part of the project's page, where it isn't named like the command's room. */
  tab?: string;
}
