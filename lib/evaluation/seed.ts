import { randomInt } from "node:crypto";

/** The seed that an evaluation keeps for its simulations, so that each can be run again. */
export const newSeed = (): number => randomInt(2 ** 31);
