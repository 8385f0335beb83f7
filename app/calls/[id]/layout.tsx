import type { ReactNode } from "react";
import { FormProviders } from "@/components/form/form-providers";

/** A call's page starts an application; the pages below it are forms. */
export default function CallLayout({ children }: { children: ReactNode }) {
  return <FormProviders>{children}</FormProviders>;
}
