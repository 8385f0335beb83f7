import { getLocale, getTranslations } from "next-intl/server";
import styles from "./shell.module.css";

export interface NavItem {
  href: string;
  label: string;
  current?: boolean;
}

export interface HeaderPerson {
  name: string;
  /** The role in the reader's language, with unit or district where it matters. */
  role: string;
}

function Mark() {
  return (
    <svg className={styles.mark} viewBox="0 0 26 26" aria-hidden="true">
      <rect width="26" height="26" rx="2" fill="var(--accent)" />
      <path
        d="M4.6 11.4 13 4.6l8.4 6.8M9.2 12h7.6M8.4 15.2h9.2v6H8.4Z"
        fill="none"
        stroke="#fff"
        strokeWidth="1.7"
        strokeLinejoin="miter"
      />
    </svg>
  );
}

/** Switches the language and comes back to `path`. A plain form: no script. */
export async function LanguageSwitch({ path }: { path: string }) {
  const [t, locale] = await Promise.all([getTranslations("shell"), getLocale()]);
  const other = locale === "en" ? "zh-CN" : "en";
  return (
    <form action="/api/locale" method="post">
      <input type="hidden" name="locale" value={other} />
      <input type="hidden" name="next" value={path} />
      <button type="submit" className={styles.textButton} lang={other}>
        {t("otherLanguage")}
      </button>
    </form>
  );
}

interface HeaderProps {
  nav: readonly NavItem[];
  person?: HeaderPerson;
  /** The present path with its query, to come back to after a change of language. */
  path: string;
  /** Where the sign-out form posts. */
  signOutAction?: string;
  /** Says that all data are made up. */
  demonstration?: boolean;
}

async function PersonTools({
  person,
  signOutAction,
}: {
  person: HeaderPerson;
  signOutAction: string;
}) {
  const t = await getTranslations("shell");
  return (
    <>
      <a className={styles.person} href="/me">
        <span className={styles.personName}>{person.name}</span>
        <span className={styles.personRole}>{person.role}</span>
        <span className="visuallyHidden">{t("me")}</span>
      </a>
      <form action={signOutAction} method="post">
        <button type="submit" className={styles.textButton}>
          {t("signOut")}
        </button>
      </form>
    </>
  );
}

function Places({ nav, label }: { nav: readonly NavItem[]; label: string }) {
  return (
    <nav className={styles.nav} aria-label={label}>
      <ul className={styles.navList}>
        {nav.map(({ href, label: place, current }) => (
          <li key={href}>
            <a className={styles.navLink} href={href} aria-current={current ? "page" : undefined}>
              {place}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The band on top of every page: mark, places, person, language, the way out. */
export async function Header(props: HeaderProps) {
  const { nav, person, path, signOutAction = "/api/sign-out", demonstration } = props;
  const t = await getTranslations("shell");
  return (
    <>
      <a className={styles.skip} href="#main">
        {t("skip")}
      </a>
      <header className={styles.header}>
        <div className={styles.bar}>
          <a className={styles.brand} href="/">
            <Mark />
            <span className={styles.wordmark}>{t("name")}</span>
          </a>
          {nav.length > 0 ? <Places nav={nav} label={t("nav")} /> : null}
          <div className={styles.side}>
            <LanguageSwitch path={path} />
            {person ? <PersonTools person={person} signOutAction={signOutAction} /> : null}
          </div>
        </div>
        {demonstration ? <div className={styles.demo}>{t("demonstration")}</div> : null}
      </header>
    </>
  );
}
