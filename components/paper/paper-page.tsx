import { classes } from "@/components/ui/classes";
import { heading, subheading } from "@/lib/documents/paper/numbering";
import type {
  Paper,
  PaperBlock,
  PaperCell,
  PaperRow,
  PaperSection,
  PaperTable,
} from "@/lib/documents/paper/paper";
import styles from "./paper.module.css";

/** An official paper as a page that prints on A4. */
export function PaperPage({ paper }: { paper: Paper }) {
  return (
    <article className={styles.paper} aria-label={paper.title}>
      <header className={styles.cover}>
        <p className={styles.issuer}>{paper.issuer}</p>
        <h2 className={styles.title}>{paper.title}</h2>
        <p className={styles.round}>{paper.subtitle}</p>
        <Pairs caption={paper.title} rows={paper.facts} />
        <dl className={styles.verdict}>
          {paper.verdict.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {paper.lead ? <Pairs caption={paper.subtitle} rows={paper.lead} /> : null}
        <p className={styles.issuedOn}>{paper.issuedOn}</p>
      </header>
      {paper.sections.map((section, index) => (
        <Section key={section.title} section={section} part={index + 1} locale={paper.locale} />
      ))}
    </article>
  );
}

function Pairs({ caption, rows }: { caption: string; rows: Paper["facts"] }) {
  return (
    <table className={styles.table}>
      <caption className="visuallyHidden">{caption}</caption>
      <tbody>
        {rows.map(([name, value]) => (
          <tr key={name}>
            <th scope="row" className={styles.label}>
              {name}
            </th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface SectionProps {
  section: PaperSection;
  part: number;
  locale: Paper["locale"];
}

function Section({ section, part, locale }: SectionProps) {
  const headings = section.blocks.filter(({ kind }) => kind === "heading");
  return (
    <section className={styles.part}>
      <h3>
        {heading(part, locale)}
        {section.title}
      </h3>
      {section.blocks.map((block, at) =>
        block.kind === "heading" ? (
          <h4 key={block.text}>
            {subheading(part, headings.indexOf(block) + 1, locale)}
            {block.text}
          </h4>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a paper is drawn once and never reordered
          <Block key={at} block={block} />
        ),
      )}
    </section>
  );
}

function Block({ block }: { block: Exclude<PaperBlock, { kind: "heading" }> }) {
  if (block.kind === "table") return <Table table={block} />;
  if (block.kind === "list") {
    return (
      <ol className={styles.list}>
        {block.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ol>
    );
  }
  if (block.kind === "signature") return <p className={styles.signature}>{block.text}</p>;
  return <p className={block.kind === "text" ? styles.body : undefined}>{block.text}</p>;
}

/** On paper a table of so few rows isn't parted. */
const keptWhole = 8;

function Table({ table }: { table: PaperTable }) {
  return (
    <div
      className={classes(
        table.small ? styles.wide : styles.scroll,
        table.rows.length <= keptWhole && styles.whole,
      )}
    >
      <table className={styles.table}>
        <caption className="visuallyHidden">{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map(({ title, align }) => (
              <th key={title} scope="col" className={align === "end" ? styles.number : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a paper is drawn once and never reordered
            <Row key={at} row={row} table={table} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, table }: { row: PaperRow; table: PaperTable }) {
  return (
    <tr className={row.strong ? styles.group : undefined}>
      {table.columns.map(({ title, align, names }, at) => {
        const cell = row.cells[at] ?? "";
        const look = align === "end" ? styles.number : undefined;
        return names ? (
          <th key={title} scope="row" className={look}>
            <Cell cell={cell} />
          </th>
        ) : (
          <td key={title} className={look}>
            <Cell cell={cell} />
          </td>
        );
      })}
    </tr>
  );
}

function Cell({ cell }: { cell: PaperCell }) {
  if (typeof cell === "string") return cell;
  return (
    <svg className={styles.bar} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect className={styles.barWhole} width="100" height="8" />
      <rect className={styles.barPart} width={cell.share} height="8" />
    </svg>
  );
}
