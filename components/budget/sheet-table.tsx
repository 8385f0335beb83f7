import { classes } from "@/components/ui/classes";
import type { SheetCell, SheetModel } from "@/lib/documents/sheet/model";
import styles from "./budget.module.css";

const wideFrom = 12;

function Content({ cell }: { cell: SheetCell }) {
  return (
    <>
      {cell.href ? <a href={cell.href}>{cell.text}</a> : cell.text}
      {cell.below ? <span className={styles.below}>{cell.below}</span> : null}
    </>
  );
}

function Cell({ cell }: { cell: SheetCell }) {
  const { cols, rows, align, head } = cell;
  const className = classes(align === "end" && styles.end, align === "center" && styles.center);
  return head ? (
    <th colSpan={cols} rowSpan={rows} scope={(cols ?? 1) > 1 ? "colgroup" : undefined}>
      <Content cell={cell} />
    </th>
  ) : (
    <td colSpan={cols} rowSpan={rows} className={className || undefined}>
      <Content cell={cell} />
    </td>
  );
}

/** A form on the screen as on paper; what opens something is a link. Scrolls within itself. */
export function SheetTable({ sheet }: { sheet: SheetModel }) {
  const all = sheet.widths.reduce((sum, width) => sum + width, 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={styles.sheet} aria-label={sheet.title} tabIndex={0}>
      <table className={classes(styles.table, sheet.widths.length >= wideFrom && styles.wideTable)}>
        <caption>
          {sheet.title}
          <span className={styles.subtitle}>{sheet.subtitle}</span>
          <span className={styles.note}>{sheet.note}</span>
        </caption>
        <colgroup>
          {sheet.widths.map((width, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the columns never move.
            <col key={at} style={{ width: `${(width / all) * 100}%` }} />
          ))}
        </colgroup>
        <tbody>
          {sheet.rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the grid is drawn once.
            <tr key={at}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the grid is drawn once.
                <Cell key={column} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
