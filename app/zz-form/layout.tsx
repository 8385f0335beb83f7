import { FormProviders } from "@/components/form/form-providers";
export default function L({ children }: { children: React.ReactNode }) {
  return <FormProviders>{children}</FormProviders>;
}
