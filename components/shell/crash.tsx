"use client";

import { useSyncExternalStore } from "react";
import { Button, LinkButton } from "@/components/ui/button";
import states from "@/components/ui/states.module.css";
import en from "@/messages/en/crash.json";
import zh from "@/messages/zh-CN/crash.json";

const never = () => () => undefined;

/** What a person sees when a page fails unexpectedly; `digest` finds it in the server's log. */
export function Crash({ digest, retry }: { digest?: string; retry: () => void }) {
  const language = useSyncExternalStore(
    never,
    () => document.documentElement.lang,
    () => "zh-CN",
  );
  const text = language === "en" ? en : zh;
  return (
    <main id="main" className={states.page}>
      <h1>{text.title}</h1>
      <p>{text.text}</p>
      {digest ? (
        <p className={states.pageCode}>
          {text.id} {digest}
        </p>
      ) : null}
      <div className={states.actions}>
        <Button type="button" variant="primary" onClick={retry}>
          {text.retry}
        </Button>
        <LinkButton href="/">{text.desk}</LinkButton>
      </div>
    </main>
  );
}
