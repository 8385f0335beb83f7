import type { ReactNode } from "react";
import { FormProviders } from "@/components/form/form-providers";

/** Versions are begun, typed and published below. */
export default function RulesLayout({ children }: { children: ReactNode }) {
  return <FormProviders>{children}</FormProviders>;
}
