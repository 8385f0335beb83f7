"use client";

import { useState } from "react";
import { z } from "zod";
import { FailureNotice } from "@/components/form/failure-notice";
import { useCommand } from "@/components/form/use-command";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/states";
import styles from "./liaison.module.css";

const answerShape = z.object({ address: z.string(), qr: z.string() });

interface FeedControlProps {
  label: string;
  texts: Record<"secret" | "scan" | "replaced", string>;
  /** An address is in use, which a new one replaces. */
  replaces: boolean;
}

/** Makes a secret calendar address and shows it this once, with its QR code. */
export function FeedControl({ label, texts, replaces }: FeedControlProps) {
  const { pending, failure, send } = useCommand("liaison.open-feed");
  const [made, setMade] = useState<z.output<typeof answerShape>>();

  async function make() {
    const answer = await send({});
    const read = answer?.done ? answerShape.safeParse(answer.data) : null;
    if (read?.success) setMade(read.data);
  }

  if (made) {
    return (
      <div role="status">
        <Notice title={texts.secret}>
          <p className={styles.address}>
            <code>{made.address}</code>
          </p>
          <p>{texts.scan}</p>
          <img
            className={styles.qr}
            alt={texts.scan}
            src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(made.qr)}`}
          />
        </Notice>
      </div>
    );
  }
  return (
    <>
      {replaces ? <p>{texts.replaced}</p> : null}
      {failure ? <FailureNotice failure={failure} onRetry={make} /> : null}
      <Button type="button" variant="primary" disabled={pending} onClick={make}>
        {label}
      </Button>
    </>
  );
}
