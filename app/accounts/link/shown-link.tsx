"use client";

import { useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/states";

const subscribe = () => () => {};
const address = (path: string) => (): string =>
  location.hash.length > 1 ? `${location.origin}${path}${location.hash.slice(1)}` : "";

/** A single-use link whose token stands behind `#`; `path` is where it leads. */
export function ShownLink({
  path,
  text,
  copy,
  copied,
}: Record<"path" | "text" | "copy" | "copied", string>) {
  const link = useSyncExternalStore(subscribe, address(path), () => "");
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
