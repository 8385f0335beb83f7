import type { ReactNode } from "react";
import { FormProviders } from "@/components/form/form-providers";

/** Forms below, and a form's page confirms. */
export default function BudgetLayout({ children }: { children: ReactNode }) {
  return <FormProviders>{children}</FormProviders>;
}
