import type { ComponentProps } from "react";
import styles from "./button.module.css";
import { classes } from "./classes";

interface Look {
  /** `primary` once a page; `refuse` for actions that refuse, stop or take back. */
  variant?: "primary" | "secondary" | "quiet" | "refuse";
  size?: "small" | "normal";
}

const VARIANT = {
  primary: styles.primary,
  secondary: undefined,
  quiet: styles.quiet,
  refuse: styles.refuse,
} as const;

function look({ variant = "secondary", size }: Look, extra?: string): string {
  return classes(styles.button, VARIANT[variant], size === "small" && styles.small, extra);
}

/** A button. Inside a form it submits unless told otherwise. */
export function Button({
  variant,
  size,
  className,
  type = "submit",
  ...rest
}: ComponentProps<"button"> & Look) {
  return <button type={type} className={look({ variant, size }, className)} {...rest} />;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({
  variant,
  size,
  className,
  children,
  ...rest
}: ComponentProps<"a"> & Look & { href: string }) {
  return (
    <a className={look({ variant, size }, className)} {...rest}>
      {children}
    </a>
  );
}
