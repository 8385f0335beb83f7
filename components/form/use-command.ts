"use client";

import { useCallback, useRef, useState } from "react";
import { type CommandAnswer, type Failure, postCommand } from "./post-command";
import type { Json } from "./types";

interface CommandState {
  pending: boolean;
  failure: Failure | undefined;
  /** Sends the command; undefined when one is already on its way (a double click). */
  send: (body: { [key: string]: Json }) => Promise<CommandAnswer | undefined>;
  clear: () => void;
}

/** Sends one command at a time and keeps its key for as long as the body stays the same. */
export function useCommand(command: string): CommandState {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const underway = useRef(false);
  const last = useRef<{ body: string; key: string }>(undefined);

  const send = useCallback(
    async (body: { [key: string]: Json }) => {
      if (underway.current) return undefined;
      underway.current = true;
      setPending(true);
      setFailure(undefined);
      const text = JSON.stringify(body);
      if (last.current?.body !== text) last.current = { body: text, key: newKey() };
      const answer = await postCommand(command, body, last.current.key);
      underway.current = false;
      setPending(false);
      if (!answer.done) setFailure(answer.failure);
      return answer;
    },
    [command],
  );

  return { pending, failure, send, clear: useCallback(() => setFailure(undefined), []) };
}

/** A random key; plain http has no `crypto.randomUUID`. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
