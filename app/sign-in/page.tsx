import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Header } from "@/components/shell/header";
import { Button } from "@/components/ui/button";
import { triedNameCookie } from "@/lib/accounts/cookies";
import { demonstrationAccounts, demonstrationPassword } from "@/lib/accounts/demonstration";
import { currentActor } from "@/lib/accounts/session";
import { sameSitePath } from "@/lib/http/same-site-path";
import { env } from "@/lib/kernel/env";
import styles from "./sign-in.module.css";

const failures = ["wrong", "locked", "expired", "unavailable"] as const;

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.signIn"))("title") };
}

const one = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

/** Sign-in: a plain form that works without script. */
export default async function SignInPage({ searchParams }: Props) {
  const asked = await searchParams;
  const back = sameSitePath(one(asked.back));
  if (await currentActor()) redirect(back);
  const t = await getTranslations("accounts.signIn");
  const failure = failures.find((code) => code === one(asked.error));
  const here = back === "/" ? "/sign-in" : `/sign-in?back=${encodeURIComponent(back)}`;
  return (
    <>
      <Header nav={[]} path={here} demonstration={env().demo} />
      <main id="main" className={styles.main} tabIndex={-1}>
        <section className={styles.card} aria-labelledby="sign-in-title">
          <h1 id="sign-in-title">{t("title")}</h1>
          <p className={styles.intro}>{t("intro")}</p>
          {failure ? (
            <p className={styles.failure} role="alert" id="sign-in-failure">
              {t(`failure.${failure}`)}
            </p>
          ) : null}
          <SignInForm
            back={back}
            name={failure ? await triedName() : ""}
            described={failure ? "sign-in-failure" : undefined}
            t={t}
          />
          <p className={styles.more}>
            <a href="/register">{t("register")}</a>
            <a href="/notices">{t("notices")}</a>
            <a href="/check">{t("check")}</a>
          </p>
        </section>
        {env().demo ? <Demonstration back={back} t={t} /> : null}
      </main>
    </>
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<"accounts.signIn">>>;

/** The name of the try that failed: only the password is typed again. */
async function triedName(): Promise<string> {
  const kept = (await cookies()).get(triedNameCookie())?.value ?? "";
  return kept.slice(0, 64);
}

interface FormProps {
  back: string;
  name: string;
  described?: string;
  t: Words;
}

function SignInForm({ back, name, described, t }: FormProps) {
  return (
    <form method="post" action="/api/auth/callback/credentials" className={styles.form}>
      <input type="hidden" name="callbackUrl" value={back} />
      <label htmlFor="username">{t("username")}</label>
      <input
        id="username"
        name="username"
        defaultValue={name}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={64}
        required
        aria-describedby={described}
      />
      <label htmlFor="password">{t("password")}</label>
      <input
        id="password"
        name="password"
        type="password"
        autoComplete="current-password"
        maxLength={200}
        required
        aria-describedby={described}
      />
      <Button variant="primary">{t("submit")}</Button>
    </form>
  );
}

/** The demonstration's accounts, each a form of its own that signs in with one press. */
function Demonstration({ back, t }: { back: string; t: Words }) {
  return (
    <section className={styles.card} aria-labelledby="demonstration-title">
      <h2 id="demonstration-title">{t("demonstration.title")}</h2>
      <p className={styles.intro}>
        {t("demonstration.intro", { password: demonstrationPassword })}
      </p>
      <ul className={styles.accounts}>
        {demonstrationAccounts.map((username) => (
          <li key={username}>
            <form method="post" action="/api/auth/callback/credentials">
              <input type="hidden" name="callbackUrl" value={back} />
              <input type="hidden" name="username" value={username} />
              <input type="hidden" name="password" value={demonstrationPassword} />
              <button type="submit" className={styles.account}>
                <span className={styles.accountName}>{username}</span>
                <span>{t(`demonstration.${username}`)}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
