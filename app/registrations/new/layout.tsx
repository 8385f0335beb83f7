import type { ReactNode } from "react";
import { FormProviders } from "@/components/form/form-providers";

/** The forms of the registration of projects. */
export default function RegistrationLayout({ children }: { children: ReactNode }) {
  return <FormProviders>{children}</FormProviders>;
}
