"use client";

import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  MantineProvider,
} from "@mantine/core";
import { DatesProvider } from "@mantine/dates";
import "dayjs/locale/zh-cn";
import type { ReactNode } from "react";

/** The accent of globals.css, as Mantine wants it: ten shades, the seventh is the colour itself. */
const PINE: MantineColorsTuple = [
  "#e6f0ee",
  "#d2e4e1",
  "#a9cbc7",
  "#7eb1ac",
  "#5a9b95",
  "#358079",
  "#0f5c59",
  "#0c504d",
  "#0a4442",
  "#073533",
];

/** A list or calendar that fades still lies over what stands below it, and takes the next press there. */
const atOnce = { transitionProps: { duration: 0 } };

const theme = createTheme({
  primaryColor: "pine",
  primaryShade: 6,
  colors: { pine: PINE },
  fontFamily: "var(--font)",
  fontFamilyMonospace: "var(--font-mono)",
  defaultRadius: 3,
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    DateInput: { defaultProps: { popoverProps: atOnce } },
    Select: { defaultProps: { comboboxProps: atOnce } },
    MultiSelect: { defaultProps: { comboboxProps: atOnce } },
  },
  fontSizes: { xs: "12px", sm: "14px", md: "14px", lg: "16px", xl: "20px" },
});

/** The ink, rules and red of globals.css in place of Mantine's own greys. */
const houseColours: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-text": "var(--ink)",
    "--mantine-color-dimmed": "var(--ink-2)",
    "--mantine-color-placeholder": "var(--ink-3)",
    "--mantine-color-default-border": "var(--control)",
    "--mantine-color-error": "var(--red)",
    "--input-asterisk-color": "var(--ink-2)",
  },
  dark: {},
});

interface FormThemeProps {
  nonce: string | undefined;
  locale: string;
  children: ReactNode;
}

/** The form controls in the house style and the reader's language. */
export function FormTheme({ nonce, locale, children }: FormThemeProps) {
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme="light"
      cssVariablesResolver={houseColours}
      withGlobalClasses={false}
      getStyleNonce={() => nonce ?? ""}
    >
      <DatesProvider
        settings={{
          locale: locale === "en" ? "en" : "zh-cn",
          firstDayOfWeek: 1,
          weekendDays: [0, 6],
        }}
      >
        {children}
      </DatesProvider>
    </MantineProvider>
  );
}
