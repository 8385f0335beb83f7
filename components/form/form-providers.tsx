import "@mantine/core/styles/default-css-variables.layer.css";
import "@mantine/core/styles/UnstyledButton.layer.css";
import "@mantine/core/styles/ScrollArea.layer.css";
import "@mantine/core/styles/Popover.layer.css";
import "@mantine/core/styles/Combobox.layer.css";
import "@mantine/core/styles/CloseButton.layer.css";
import "@mantine/core/styles/Input.layer.css";
import "@mantine/core/styles/InlineInput.layer.css";
import "@mantine/core/styles/Pill.layer.css";
import "@mantine/core/styles/PillsInput.layer.css";
import "@mantine/core/styles/Checkbox.layer.css";
import "@mantine/core/styles/Radio.layer.css";
import "@mantine/core/styles/Group.layer.css";
import "@mantine/core/styles/Stack.layer.css";
import "@mantine/dates/styles.layer.css";
import { headers } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { DEFAULT_LOCALE, parseLocale } from "@/i18n/locale";
import { loadMessages, pickMessages } from "@/i18n/messages";
import { FormTheme } from "./form-theme";

/**
 * What form controls need in the browser: styles, theme, dates and the few texts of forms and
 * refusals. Only the layouts of pages with forms use it; read-only pages stay without its weight.
 */
export async function FormProviders({ children }: { children: ReactNode }) {
  const [locale, requestHeaders] = await Promise.all([getLocale(), headers()]);
  const messages = loadMessages(parseLocale(locale) ?? DEFAULT_LOCALE);
  return (
    <NextIntlClientProvider locale={locale} messages={pickMessages(messages, ["forms", "errors"])}>
      <FormTheme nonce={requestHeaders.get("x-nonce") ?? undefined} locale={locale}>
        {children}
      </FormTheme>
    </NextIntlClientProvider>
  );
}
