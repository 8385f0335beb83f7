import { getTranslations } from "next-intl/server";
import { Button, LinkButton } from "./button";
import { classes } from "./classes";
import styles from "./list-tools.module.css";

interface PagerProps {
  /** Absent where there is nowhere to go. */
  first?: string;
  previous?: string;
  next?: string;
  last?: string;
  /** Already worded: how many there are, which are shown. */
  summary?: string;
}

/** First, previous, next, last: links by cursor, the last page as near as the first. */
export async function Pager({ summary, ...links }: PagerProps) {
  const t = await getTranslations("common");
  const steps = ["first", "previous", "next", "last"] as const;
  return (
    <nav className={styles.pager} aria-label={t("pager.label")}>
      <span>{summary}</span>
      <ul className={styles.pagerLinks}>
        {steps.map((step) => {
          const href = links[step];
          return (
            <li key={step}>
              {href ? (
                <a className={styles.pageLink} href={href} rel={REL[step]}>
                  {t(`pager.${step}`)}
                </a>
              ) : (
                <span className={styles.pageLink} aria-disabled="true">
                  {t(`pager.${step}`)}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

const REL = { first: undefined, previous: "prev", next: "next", last: undefined } as const;

/** One filter: a search text, or a choice among `options` (the empty choice is added). */
export interface Filter {
  name: string;
  label: string;
  value?: string;
  options?: ReadonlyArray<{ value: string; label: string }>;
  type?: "search" | "date" | "number";
  placeholder?: string;
}

interface FilterBarProps {
  action: string;
  filters: readonly Filter[];
  /** Kept through a search: sort, tab. */
  hidden?: Readonly<Record<string, string>>;
  /** Where all filters are cleared; shown only while one is in use. */
  clearHref: string;
  /** What the button says where it does more than filter. */
  applyLabel?: string;
}

function FilterControl({ filter, all }: { filter: Filter; all: string }) {
  const id = `filter-${filter.name}`;
  const className = classes(styles.input, Boolean(filter.value) && styles.used);
  if (filter.options) {
    return (
      <select id={id} name={filter.name} defaultValue={filter.value ?? ""} className={className}>
        <option value="">{all}</option>
        {filter.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      id={id}
      name={filter.name}
      type={filter.type ?? "search"}
      defaultValue={filter.value}
      placeholder={filter.placeholder}
      maxLength={200}
      className={className}
    />
  );
}

/** A plain GET form with native controls: works without scripts, its address can be shared. */
export async function FilterBar(props: FilterBarProps) {
  const { action, filters, hidden = {}, clearHref, applyLabel } = props;
  const t = await getTranslations("common");
  const used = filters.some((filter) => filter.value);
  return (
    <search>
      <form className={styles.filters} action={action} method="get">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {filters.map((filter) => (
          <label
            key={filter.name}
            htmlFor={`filter-${filter.name}`}
            className={classes(styles.filter, !filter.options && !filter.type && styles.wide)}
          >
            {filter.label}
            <FilterControl filter={filter} all={t("filter.all")} />
          </label>
        ))}
        <div className={styles.filterActions}>
          {used ? (
            <LinkButton variant="quiet" href={clearHref}>
              {t("filter.clear")}
            </LinkButton>
          ) : null}
          <Button>{applyLabel ?? t("filter.apply")}</Button>
        </div>
      </form>
    </search>
  );
}

interface TabItem {
  href: string;
  label: string;
  count?: number;
  current?: boolean;
}

/** Tabs that are links: each has its own address. */
export function Tabs({ label, items }: { label: string; items: readonly TabItem[] }) {
  return (
    <nav aria-label={label}>
      <ul className={styles.tabs}>
        {items.map((item) => (
          <li key={item.href}>
            <a
              className={styles.tab}
              href={item.href}
              aria-current={item.current ? "page" : undefined}
            >
              {item.label}
              {item.count === undefined ? null : <span className={styles.count}>{item.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
