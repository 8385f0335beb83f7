import { defineTransition } from "@/lib/project/command";
import { submitInput } from "../schema";
import { submitProposal } from "../submission";

/** T01: the unit's administrator confirms and submits to the recommending unit. */
export const submit = defineTransition({
  name: "application.submit",
  transition: "T01",
  input: submitInput,
  run: submitProposal,
});
