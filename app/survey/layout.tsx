import type { ReactNode } from "react";
import { FormProviders } from "@/components/form/form-providers";

export default function Layout({ children }: { children: ReactNode }) {
  return <FormProviders>{children}</FormProviders>;
}
