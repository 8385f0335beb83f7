import type { Role } from "@/lib/access/roles";
import type { State } from "@/lib/lifecycle/states";
import type { World } from "@/test/world";
import { expectedTransitions } from "./expectations";
import { expectedChildren, expectedOffices } from "./expectations-children";
import { idOf } from "./http";
import { ways } from "./ways";
import { officeWays } from "./ways/offices";
import { makeScene } from "./ways/scene";

/** One command with a role and a state in which a right body succeeds. */
export interface Sample {
  command: string;
  role: Role;
  /** Whoever has no session may send it too. */
  open: boolean;
  /** Makes everything anew and answers a body that would succeed. */
  body: (world: World) => Promise<Record<string, unknown>>;
}

function onProject(command: string, role: Role | undefined, state: State | undefined): Sample {
  const way = ways[command];
  if (!way || !role || !state) throw new Error(`no sample of ${command}`);
  return {
    command,
    role,
    open: false,
    body: async (world) => {
      const scene = await makeScene(world, state, { here: true, by: idOf(world, role) });
      return { ...(await way(scene)) };
    },
  };
}

function atOffice({ command, roles }: Row): Sample {
  const way = officeWays[command];
  const [role] = roles;
  if (!way || !role) throw new Error(`no sample of ${command}`);
  const open = roles.includes("public");
  return {
    command,
    role,
    open,
    body: async (world) => ({ ...(await way(world, idOf(world, role))) }),
  };
}

interface Row {
  command: string;
  roles: readonly Role[];
  rolesIn?: Partial<Record<State, readonly Role[]>>;
}

const sampleOf = (row: Row, states: readonly State[]): Sample => {
  const state = states[0];
  const roles = (state && row.rolesIn?.[state]) ?? row.roles;
  return state ? onProject(row.command, roles[0], state) : atOffice(row);
};

/** One for every command that Kehe has. */
export const samples: readonly Sample[] = [
  ...expectedTransitions.map((row) => sampleOf(row, row.from)),
  ...expectedChildren.map((row) => sampleOf(row, row.states)),
  ...expectedOffices.map((row) => sampleOf(row, [])),
];
