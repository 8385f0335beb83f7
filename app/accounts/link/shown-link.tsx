"use client";

import { useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/states";

const subscribe = () => () => {};
const address = (): string =>
  location.hash.length > 1 ? `${location.origin}/access/${location.hash.slice(1)}` : "";

export function ShownLink({ text, copy, copied }: Record<"text" | "copy" | "copied", string>) {
  const link = useSyncExternalStore(subscribe, address, () => "");
  const [done, setDone] = useState(false);
  return (
    <Notice
      title={text}
      actions={
        <Button
          type="button"
          onClick={() => navigator.clipboard.writeText(link).then(() => setDone(true))}
        >
          {done ? copied : copy}
        </Button>
      }
    >
      <p>
        <code>{link}</code>
      </p>
    </Notice>
  );
}
