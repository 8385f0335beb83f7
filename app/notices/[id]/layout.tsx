import type { ReactNode } from "react";
import { FormProviders } from "@/components/form/form-providers";

/** The form of an objection. */
export default function NoticeLayout({ children }: { children: ReactNode }) {
  return <FormProviders>{children}</FormProviders>;
}
