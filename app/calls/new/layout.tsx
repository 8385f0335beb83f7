import type { ReactNode } from "react";
import { FormProviders } from "@/components/form/form-providers";

/** The form of a new call. */
export default function NewCallLayout({ children }: { children: ReactNode }) {
  return <FormProviders>{children}</FormProviders>;
}
