import { type Browser, expect } from "@playwright/test";
import type { PersonName } from "@/test/world/people";
import { crawl, fits, saysEnglish } from "./crawl";
import type { Answers } from "./form";
import { hanInData } from "./han";
import type { Kehe } from "./place";
import { type StepPlace, Visitor, Watch } from "./visitor";

/** Everybody who has a part in a journey, each at a browser of his own. */
export class Cast {
  readonly watch = new Watch();
  private readonly visitors = new Map<PersonName, Visitor>();
  /** The id of the project that the steps are about. */
  project = "";

  constructor(
    private readonly browser: Browser,
    private readonly kehe: Kehe,
  ) {}

  /** The person's browser, opened at first use. */
  async as(person: PersonName): Promise<Visitor> {
    const known = this.visitors.get(person);
    if (known) return known;
    const visitor = await Visitor.open(this.browser, this.kehe, this.watch, person);
    this.visitors.set(person, visitor);
    return visitor;
  }

  /** A browser without an account, of somebody who was sent a link. */
  stranger(style: { locale: "zh-CN" | "en"; width?: number }): Promise<Visitor> {
    return Visitor.open(this.browser, this.kehe, this.watch, "expert6", style);
  }

  /** The project that the following steps are about, by its address. */
  follow(url: string): void {
    const id = /\/projects\/([0-9a-f-]{36})/.exec(url)?.[1];
    if (id === undefined) throw new Error(`no project's address: ${url}`);
    this.project = id;
  }

  /** Opens the project's page, or one of its parts. */
  async open(person: PersonName, tab?: string): Promise<Visitor> {
    const visitor = await this.as(person);
    await visitor.goto(`/projects/${this.project}${tab ? `?tab=${tab}` : ""}`);
    return visitor;
  }

  /** One step on the project: found on its page as the screen offers it, filled in, and sent. */
  async does(
    person: PersonName,
    command: string,
    answers: Answers = {},
    place: StepPlace = {},
  ): Promise<void> {
    const [room] = command.split(".");
    const visitor = await this.open(person, place.tab ?? room);
    await visitor.openStep(command, place);
    await visitor.send(answers);
    this.minutesLater(5);
  }

  /** What the project's page says of its place. */
  async isAt(person: PersonName, place: string): Promise<void> {
    const visitor = await this.open(person, "overview");
    await expect(visitor.page.locator("main")).toContainText(place);
  }

  /** All parts and forms of the project as these people see them, in English, on a phone. */
  async everyPartFits(people: readonly PersonName[]): Promise<void> {
    const data = await hanInData(this.kehe.ownerUrl);
    const style = { locale: "en", width: 390 } as const;
    for (const person of people) {
      const visitor = await Visitor.open(this.browser, this.kehe, this.watch, person, style);
      const screens = await crawl(visitor, `/projects/${this.project}`, async (page) => {
        await fits(page);
        await saysEnglish(page, data);
      });
      expect(screens, `screens of ${person}`).toBeGreaterThan(5);
      await visitor.close();
    }
  }

  minutesLater(minutes: number): void {
    this.kehe.setClock(new Date(this.kehe.now().getTime() + minutes * 60_000));
  }

  /** Nothing may have gone wrong in any page. */
  async leave(): Promise<void> {
    for (const visitor of this.visitors.values()) await visitor.close();
    expect(this.watch.errors, "errors in the pages").toEqual([]);
  }
}
