import type { ReactNode } from "react";
import { FormProviders } from "@/components/form/form-providers";

/** The pages of a project's forms. */
export default function FormsLayout({ children }: { children: ReactNode }) {
  return <FormProviders>{children}</FormProviders>;
}
