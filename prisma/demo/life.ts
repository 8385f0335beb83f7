import { officials } from "./people";
import type { Demo } from "./runner";
import type { ProjectSpec } from "./spec";
import { type UnitSpec, unitOf } from "./units";

const directDistrict = "CZ-DIR";

/** One project of the demonstration, and who has a part in it. */
export class Life {
  projectId = "";
  readonly unit: UnitSpec;
  /** The case officer, and the one who stands in for the district of a direct unit. */
  readonly officer: string;
  readonly second: string;

  constructor(
    readonly demo: Demo,
    readonly spec: ProjectSpec,
    readonly index: number,
    /** The call that it answers; null for a registered project. */
    readonly callId: string | null,
    readonly unitId: string,
  ) {
    this.unit = unitOf(spec.unit);
    this.officer = index % 3 === 1 ? "officer2" : "officer";
    this.second = this.officer === "officer" ? "officer2" : "officer";
  }

  get admin(): string {
    return this.unit.admin.username;
  }

  get filler(): string {
    return (this.unit.filler ?? this.unit.admin).username;
  }

  get district(): string {
    if (this.unit.districtId === directDistrict) return this.second;
    const found = officials.find(({ districtId }) => districtId === this.unit.districtId);
    if (found === undefined) throw new Error(`${this.unit.districtId} has no officer`);
    return found.username;
  }

  get direct(): boolean {
    return this.unit.districtId === directDistrict;
  }

  run(person: string, command: string, body: object = {}): Promise<unknown> {
    return this.demo.run(person, command, { projectId: this.projectId, ...body });
  }

  /** A step that names the project's version. */
  async step(person: string, command: string, body: object = {}): Promise<unknown> {
    const { version } = await this.row();
    return this.run(person, command, { version, ...body });
  }

  row() {
    return this.demo.read((tx) =>
      tx.project.findUniqueOrThrow({
        where: { id: this.projectId },
        select: {
          version: true,
          state: true,
          subStatus: true,
          grantAmount: true,
          ownAmount: true,
          spentAmount: true,
          startsOn: true,
          endsOn: true,
        },
      }),
    );
  }
}
