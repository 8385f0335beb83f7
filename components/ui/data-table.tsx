import type { ReactNode } from "react";
import { classes } from "./classes";
import styles from "./data-table.module.css";
import { EmptyState } from "./states";

/** One column. `head` marks the cell that names the row (one a table). */
export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Numbers align at the end. */
  align?: "start" | "end";
  head?: boolean;
  nowrap?: boolean;
  width?: string;
  /** Left out of the card on a phone. */
  phoneHidden?: boolean;
  /** A link that sorts by this column, and how the list is sorted by it now. */
  sort?: { href: string; direction?: "ascending" | "descending" };
}

interface DataTableProps<Row> {
  /** What the table shows; read aloud, and visible when `captionVisible`. */
  caption: string;
  captionVisible?: boolean;
  columns: ReadonlyArray<Column<Row>>;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Shown instead of the table when there are no rows. */
  empty?: ReactNode;
  /** On a phone: rows as cards (default) or a table that scrolls sideways (figures to compare). */
  phone?: "cards" | "scroll";
  foot?: ReactNode;
  /** Rows can be led to: each has the id `row-<key>`. */
  anchored?: boolean;
}

function HeadCell<Row>({ column }: { column: Column<Row> }) {
  const { header, sort, align, width } = column;
  return (
    <th
      scope="col"
      className={align === "end" ? styles.end : undefined}
      style={width ? { width } : undefined}
      aria-sort={sort ? (sort.direction ?? "none") : undefined}
    >
      {sort ? (
        <a className={styles.sort} href={sort.href}>
          {header}
        </a>
      ) : (
        header
      )}
    </th>
  );
}

function bodyCell<Row>(column: Column<Row>, row: Row): ReactNode {
  const className = classes(
    column.align === "end" && styles.end,
    column.nowrap && styles.nowrap,
    column.phoneHidden && styles.phoneHidden,
  );
  if (column.head) {
    return (
      <th key={column.key} scope="row" className={className}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td key={column.key} className={className} data-label={column.header}>
      {column.cell(row)}
    </td>
  );
}

/** A semantic table of plain server HTML: dense, aligned, its head stays in sight. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, empty, phone = "cards", foot } = props;
  if (rows.length === 0) return empty ?? <EmptyState title={caption} />;
  return (
    <div className={classes(styles.wrap, phone === "cards" && styles.cards)}>
      {/* What scrolls must be reachable by keyboard. */}
      <section
        className={classes(phone === "scroll" && styles.scroll)}
        aria-label={phone === "scroll" ? caption : undefined}
        tabIndex={phone === "scroll" ? 0 : undefined}
      >
        <table className={styles.table}>
          <caption className={props.captionVisible ? styles.caption : "visuallyHidden"}>
            {caption}
          </caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <HeadCell key={column.key} column={column} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={rowKey(row)} id={props.anchored ? `row-${rowKey(row)}` : undefined}>
                {columns.map((column) => bodyCell(column, row))}
              </tr>
            ))}
          </tbody>
          {foot ? <tfoot>{foot}</tfoot> : null}
        </table>
      </section>
    </div>
  );
}
