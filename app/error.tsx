"use client";

import { Crash } from "@/components/shell/crash";

/** A page that failed unexpectedly, inside the document. */
export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return <Crash digest={error.digest} retry={reset} />;
}
