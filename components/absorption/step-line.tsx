import styles from "./progress.module.css";

export interface StepPoint {
  /** 'YYYY-MM-DD'. */
  day: string;
  level: number;
}

interface StepLineProps {
  /** What the picture shows, read aloud; the figures stand in the table beside it. */
  label: string;
  points: readonly StepPoint[];
  highest: number;
  from: string;
  to: string;
  today: string;
}

const WIDTH = 320;
const HEIGHT = 96;
const PAD = { left: 22, right: 8, top: 12, bottom: 18 };

const time = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** A level that holds from one day until the next reading: a stepped line from the project's first day to its end. */
export function StepLine({ label, points, highest, from, to, today }: StepLineProps) {
  const span = Math.max(1, time(to) - time(from));
  const wide = WIDTH - PAD.left - PAD.right;
  const high = HEIGHT - PAD.top - PAD.bottom;
  const x = (day: string) =>
    PAD.left + Math.min(1, Math.max(0, (time(day) - time(from)) / span)) * wide;
  const y = (level: number) => PAD.top + high - (level / Math.max(1, highest)) * high;
  const marks = ticksOf(highest);
  return (
    <svg className={styles.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {marks.map((level) => (
        <g key={level}>
          <line
            className={styles.grid}
            x1={PAD.left}
            x2={WIDTH - PAD.right}
            y1={y(level)}
            y2={y(level)}
          />
          <text className={styles.tick} x={PAD.left - 5} y={y(level) + 3} textAnchor="end">
            {level}
          </text>
        </g>
      ))}
      <line
        className={styles.now}
        x1={x(today)}
        x2={x(today)}
        y1={PAD.top - 6}
        y2={PAD.top + high}
      />
      <polyline className={styles.line} points={pathOf(points, today, x, y)} />
      {points.map(({ day, level }) => (
        <g key={`${day}-${level}`}>
          <circle className={styles.dot} cx={x(day)} cy={y(level)} r="3" />
          <text className={styles.value} x={x(day) + 5} y={y(level) - 4}>
            {level}
          </text>
        </g>
      ))}
      <text className={styles.tick} x={PAD.left} y={HEIGHT - 4}>
        {from.slice(0, 7)}
      </text>
      <text className={styles.tick} x={WIDTH - PAD.right} y={HEIGHT - 4} textAnchor="end">
        {to.slice(0, 7)}
      </text>
    </svg>
  );
}

const ticksOf = (highest: number): number[] =>
  highest <= 4
    ? Array.from({ length: highest + 1 }, (_, level) => level)
    : [0, Math.round(highest / 2), highest];

/** Corners of the steps; the last level holds until today. */
function pathOf(
  points: readonly StepPoint[],
  today: string,
  x: (day: string) => number,
  y: (level: number) => number,
): string {
  const corners = points.flatMap(({ day, level }, at) => {
    const before = points[at - 1];
    const corner = `${x(day).toFixed(1)},${y(level).toFixed(1)}`;
    return before ? [`${x(day).toFixed(1)},${y(before.level).toFixed(1)}`, corner] : [corner];
  });
  const last = points.at(-1);
  if (last) corners.push(`${x(today).toFixed(1)},${y(last.level).toFixed(1)}`);
  return corners.join(" ");
}
