"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { FailureNotice } from "./failure-notice";
import styles from "./form.module.css";
import { nextAddress } from "./post-command";
import type { Json } from "./types";
import { useCommand } from "./use-command";

interface ConfirmActionProps {
  command: string;
  /** The whole body: ids and version. */
  body: { [key: string]: Json };
  label: string;
  title: string;
  /** What will happen, in a sentence or two. */
  children?: ReactNode;
  confirmLabel?: string;
  /** Where to go when done; the present page by default. */
  next?: string;
  variant?: "primary" | "secondary" | "refuse";
}

/** A button for a command without input: asks once, sends, and shows what was refused. */
export function ConfirmAction(props: ConfirmActionProps) {
  const { command, body, label, title, variant = "secondary" } = props;
  const t = useTranslations("forms");
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const { pending, failure, send, clear } = useCommand(command);
  const [done, setDone] = useState(false);

  async function confirm() {
    const answer = await send(body);
    if (!answer?.done) return;
    setDone(true);
    const here = `${location.pathname}${location.search}`;
    location.assign(props.next ? nextAddress(props.next, answer.data) : here);
  }

  return (
    <>
      <Button type="button" variant={variant} onClick={() => dialog.current?.showModal()}>
        {label}
      </Button>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby={titleId} onClose={clear}>
        <div className={styles.dialogBody}>
          <h2 id={titleId}>{title}</h2>
          {props.children ? <div>{props.children}</div> : null}
          {failure ? (
            <FailureNotice key={failure.code} failure={failure} onRetry={() => void confirm()} />
          ) : null}
          <div className={styles.dialogActions}>
            <Button type="button" onClick={() => dialog.current?.close()}>
              {t("cancel")}
            </Button>
            <Button
              type="button"
              variant={variant === "refuse" ? "refuse" : "primary"}
              disabled={pending || done}
              onClick={() => void confirm()}
            >
              {pending || done ? t("sending") : (props.confirmLabel ?? t("confirm"))}
            </Button>
          </div>
        </div>
      </dialog>
    </>
  );
}
