"use client";

import { Crash } from "@/components/shell/crash";
import "./globals.css";

/** The document itself failed: brings its own. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="zh-CN">
      <body>
        <Crash digest={error.digest} retry={reset} />
      </body>
    </html>
  );
}
