"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { FailureNotice } from "@/components/form/failure-notice";
import { useCommand } from "@/components/form/use-command";
import { Button, LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/states";
import styles from "./password-form.module.css";

interface Props {
  token: string;
  username: string;
  texts: Record<"password" | "help" | "again" | "differ" | "submit" | "done" | "toSignIn", string>;
}

/** Asks twice for the new password and sends it once. */
export function PasswordForm({ token, username, texts }: Props) {
  const { pending, failure, send } = useCommand("accounts.set-password-by-link");
  const t = useTranslations("errors");
  const [done, setDone] = useState(false);
  const [differ, setDiffer] = useState(false);
  const weak = failure?.fields?.password?.[0]?.code;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const password = String(data.get("password") ?? "");
    const same = password === data.get("again");
    setDiffer(!same);
    if (!same) return;
    const answer = await send({ token, password });
    if (answer?.done) setDone(true);
  }

  if (done) {
    return (
      <Notice
        title={texts.done}
        actions={
          <LinkButton variant="primary" href="/sign-in">
            {texts.toSignIn}
          </LinkButton>
        }
      />
    );
  }
  const problem = differ ? texts.differ : weak && t.has(weak) ? t(weak) : null;
  return (
    <form onSubmit={submit} className={styles.form}>
      {failure && !weak ? <FailureNotice failure={failure} onRetry={() => {}} /> : null}
      <input type="hidden" name="username" autoComplete="username" value={username} readOnly />
      <PasswordField name="password" label={texts.password} described="password-help" />
      <p id="password-help">{texts.help}</p>
      <PasswordField name="again" label={texts.again} described="password-problem" />
      <p id="password-problem" role="alert" className={styles.problem}>
        {problem}
      </p>
      <Button variant="primary" disabled={pending}>
        {texts.submit}
      </Button>
    </form>
  );
}

function PasswordField(props: { name: string; label: string; described: string }) {
  return (
    <>
      <label htmlFor={props.name}>{props.label}</label>
      <input
        id={props.name}
        name={props.name}
        type="password"
        autoComplete="new-password"
        minLength={10}
        maxLength={200}
        required
        aria-describedby={props.described}
      />
    </>
  );
}
