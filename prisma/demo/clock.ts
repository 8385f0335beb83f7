import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { now } from "@/lib/kernel/clock";
import {
  isWorkingDay,
  shanghaiDate,
  shiftDate,
  startOfShanghaiDay,
} from "@/lib/kernel/working-days";

const minute = 60_000;

/**
 * The clock of the load: the kernel reads it through KEHE_CLOCK_FILE. Days are counted from the day of
 * the load (0), so that the demonstration is as fresh whenever it is loaded.
 */
export class DemoClock {
  readonly today: string;
  readonly #folder = mkdtempSync(join(tmpdir(), "kehe-demo-"));
  readonly #file = join(this.#folder, "clock");
  readonly #handle = openSync(this.#file, "w");
  readonly #former = process.env.KEHE_CLOCK_FILE;
  #instant: Date;

  constructor() {
    this.#instant = now();
    this.today = shanghaiDate(this.#instant);
  }

  /** From here on the kernel's time is this clock's. */
  begin(instant: Date): void {
    this.#write(instant);
    process.env.KEHE_CLOCK_FILE = this.#file;
  }

  /** Gives the kernel its own time back. */
  end(): void {
    if (this.#former === undefined) delete process.env.KEHE_CLOCK_FILE;
    else process.env.KEHE_CLOCK_FILE = this.#former;
    closeSync(this.#handle);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Moves on to this instant; time never runs back. */
  moveTo(instant: Date): void {
    if (instant > this.#instant) this.#write(instant);
  }

  /** A moment passes between two steps. */
  tick(): void {
    this.#write(new Date(this.#instant.getTime() + 1000));
  }

  get instant(): Date {
    return this.#instant;
  }

  /** The clock's own day, 'YYYY-MM-DD' in Shanghai. */
  get day(): string {
    return shanghaiDate(this.#instant);
  }

  /** 'YYYY-MM-DD', so many days from the day of the load. */
  date(offset: number): string {
    return shiftDate(this.today, Math.round(offset));
  }

  /** How many days this date lies from the day of the load. */
  offset(date: string): number {
    const day = (text: string) => startOfShanghaiDay(text).getTime();
    return Math.round((day(date) - day(this.today)) / (24 * 60 * minute));
  }

  /** That day's office hours, or those of the last working day before it. */
  at(offset: number, minutes = 0): Date {
    let date = this.date(offset);
    while (!isWorkingDay(date)) date = shiftDate(date, -1);
    return new Date(startOfShanghaiDay(date).getTime() + (9 * 60 + minutes) * minute);
  }

  #write(instant: Date): void {
    this.#instant = instant;
    // An ISO instant always has the same length: written over, it needs no truncating.
    writeSync(this.#handle, instant.toISOString(), 0);
  }
}
