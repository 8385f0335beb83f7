import type { ReactNode } from "react";
import { FormProviders } from "@/components/form/form-providers";

/** Forms below, and a carrier's page confirms. */
export default function CarriersLayout({ children }: { children: ReactNode }) {
  return <FormProviders>{children}</FormProviders>;
}
