import { expect, type Locator, type Page } from "@playwright/test";

/** Files for a field that takes papers: what they prove, by the name of the kind in its list. */
export interface Papers {
  papers: readonly { name: string; kind?: string; bytes?: Buffer; type?: string }[];
}

/** Given lines of a form by the beginning of their name. */
export interface Lines {
  lines: Readonly<Record<string, Answers>>;
}

export type Answer =
  | string
  | boolean
  | readonly string[]
  | readonly Answers[]
  | Papers
  | Lines
  | Answers;

/** What is typed into a form, by the names of its fields; amounts in 万元, choices by their label or code. */
export interface Answers {
  readonly [name: string]: Answer;
}

const isPapers = (answer: object): answer is Papers => "papers" in answer;
const isLines = (answer: object): answer is Lines => "lines" in answer;
const isList = (answer: object): answer is readonly string[] | readonly Answers[] =>
  Array.isArray(answer);

/** Types answers into the form on the page, field by field, as a person would. */
export class Form {
  constructor(private readonly page: Page) {}

  /** Waits until the form's script works: what is typed before is lost. */
  async ready(): Promise<void> {
    await this.page.waitForFunction(() => {
      const form = document.querySelector("main form");
      return form !== null && Object.keys(form).some((key) => key.startsWith("__react"));
    });
  }

  async fill(answers: Answers, parent = ""): Promise<void> {
    for (const [name, answer] of Object.entries(answers)) {
      await this.answer(parent ? `${parent}.${name}` : name, answer);
    }
  }

  /** The control of a field, or the frame of its lines. */
  control(path: string): Locator {
    return this.page.locator(`[id="field-${path.replaceAll(".", "-")}"]`);
  }

  private async answer(path: string, answer: Answer): Promise<void> {
    if (typeof answer === "string") return this.enter(path, answer);
    if (typeof answer === "boolean") return this.control(path).setChecked(answer);
    if (isPapers(answer)) return this.attach(path, answer);
    if (isLines(answer)) return this.fillGiven(path, answer);
    if (!isList(answer)) return this.fill(answer, path);
    for (const [index, item] of answer.entries()) {
      if (typeof item === "string") await this.choose(path, item);
      else await this.fillLine(path, index, item);
    }
  }

  private async enter(path: string, text: string): Promise<void> {
    const control = this.control(path);
    const kind = await control.evaluate((node) => {
      if (node instanceof HTMLSelectElement) return "native";
      if (node instanceof HTMLInputElement && node.type === "radio") return "radio";
      if (node.getAttribute("aria-haspopup") === "listbox") return "list";
      return node.closest("[data-dates-input]") ? "date" : "text";
    });
    if (kind === "native") await this.select(control, text);
    else if (kind === "radio") {
      await this.page.locator(`input[type=radio][name="${path}"][value="${text}"]`).check();
    } else if (kind === "list") await this.choose(path, text);
    else await this.type(control, text);
  }

  /** Leaving the field closes a calendar that typing has opened. */
  private async type(control: Locator, text: string): Promise<void> {
    await control.fill(text);
    await control.blur();
    await expect(control).toHaveValue(text);
  }

  /** A choice by its code, or by what stands in it. */
  private async select(control: Locator, text: string): Promise<void> {
    const code = control.locator(`option[value="${text}"]`);
    const option = (await code.count()) > 0 ? code : control.locator("option", { hasText: text });
    await expect(option, `choices with ${text}`).not.toHaveCount(0);
    await control.selectOption((await option.first().getAttribute("value")) ?? text);
  }

  /** The list moves while it is filtered: what it hides at the moment of a click is tried again. */
  private async choose(path: string, label: string): Promise<void> {
    const control = this.control(path);
    if ((await control.inputValue()).startsWith(label)) return;
    const options = this.page.getByRole("option").filter({ hasText: label, visible: true });
    const option = options.first();
    await expect(async () => {
      await control.click();
      await control.fill(label);
      await option.click({ timeout: 2_000 });
    }).toPass();
    await this.page.keyboard.press("Escape");
  }

  private async fillLine(path: string, index: number, answers: Answers): Promise<void> {
    const frame = this.control(path);
    const lines = frame.locator("fieldset");
    while ((await lines.count()) <= index) {
      const before = await lines.count();
      await frame.locator("button[type=button]").last().click();
      await expect(lines).toHaveCount(before + 1);
    }
    await this.fill(answers, `${path}.${index}`);
  }

  private async fillGiven(path: string, { lines }: Lines): Promise<void> {
    const names = await this.control(path)
      .locator("fieldset")
      .evaluateAll((nodes) => nodes.map((node) => node.getAttribute("aria-label") ?? ""));
    for (const [begin, answers] of Object.entries(lines)) {
      const index = names.findIndex((name) => name.startsWith(begin));
      expect(index, `the line ${begin} among ${names.join(", ")}`).toBeGreaterThanOrEqual(0);
      await this.fill(answers, `${path}.${index}`);
    }
  }

  private async attach(path: string, { papers }: Papers): Promise<void> {
    const control = this.control(path);
    const frame = control.locator("..");
    for (const { name, kind, bytes, type } of papers) {
      const files = frame.locator("a[href^='/api/files/']");
      const before = await files.count();
      await control.setInputFiles({
        name,
        mimeType: type ?? "application/pdf",
        buffer: bytes ?? pdf(name),
      });
      await expect(files).toHaveCount(before + 1);
      if (kind) await frame.locator("select").last().selectOption(kind);
    }
  }
}

/** A small PDF; its bytes differ by name, as the same content proves nothing twice. */
export function pdf(name: string): Buffer {
  return Buffer.from(
    `%PDF-1.4\n% ${name}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  );
}
