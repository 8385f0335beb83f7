import { z } from "zod";
import type { Command } from "@/lib/kernel/command";
import { transitionRow } from "@/lib/lifecycle/transitions";
import { commands } from "./registry";

const problemAnswer = { $ref: "#/components/responses/Problem" };

const refusals = ["400", "401", "403", "404", "409", "413", "415", "422", "429"];

/** The OpenAPI 3.1 document of every command, derived from the registry. */
export function openApi(): object {
  return {
    openapi: "3.1.0",
    info: { title: "Kehe commands", version: "1" },
    paths: Object.fromEntries(
      commands.map((command) => [`/api/commands/${command.name}`, { post: operation(command) }]),
    ),
    components: {
      responses: {
        Problem: {
          description: "RFC 9457 problem with a stable code; for 422 its fields",
          content: { "application/problem+json": { schema: problemSchema } },
        },
      },
    },
  };
}

const problemSchema = {
  type: "object",
  required: ["type", "title", "status", "code"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string" },
    fields: { type: "object" },
    params: { type: "object" },
  },
};

function operation(command: Command): object {
  const name = command.transition ? transitionRow(command.transition).name : null;
  return {
    operationId: command.name,
    ...(name ? { summary: `${command.transition} ${name.zh} / ${name.en}` } : {}),
    tags: [command.name.split(".")[0]],
    "x-roles": command.roles,
    ...(command.states ? { "x-states": command.states } : {}),
    parameters: [{ name: "Idempotency-Key", in: "header", schema: { type: "string" } }],
    requestBody: {
      required: true,
      content: { "application/json": { schema: z.toJSONSchema(command.input, { io: "input" }) } },
    },
    responses: {
      "200": { description: "Done; `data` is the typed result" },
      ...Object.fromEntries(refusals.map((status) => [status, problemAnswer])),
    },
  };
}
