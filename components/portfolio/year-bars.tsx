import styles from "./portfolio.module.css";

const [step, bar, height] = [9, 7, 18];

/** The years of a row as small bars; the figures stand in the same row, so it is not read aloud. */
export function YearBars({ amounts }: { amounts: readonly string[] }) {
  const values = amounts.map(Number);
  const highest = Math.max(...values, 0);
  return (
    <svg
      className={styles.bars}
      width={values.length * step}
      height={height}
      viewBox={`0 0 ${values.length * step} ${height}`}
      aria-hidden="true"
    >
      {values.map((value, index) => {
        const tall =
          highest > 0 ? Math.max((value / highest) * (height - 1), value > 0 ? 1 : 0) : 0;
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its year's place
            key={index}
            x={index * step}
            y={height - 1 - tall}
            width={bar}
            height={tall}
          />
        );
      })}
      <line x1="0" x2={values.length * step} y1={height - 0.5} y2={height - 0.5} />
    </svg>
  );
}
