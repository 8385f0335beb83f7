/** A failure of the set-up that its reader can mend: the message is one plain sentence, shown without a stack. */
export class SetupProblem extends Error {
  override name = "SetupProblem";
}
