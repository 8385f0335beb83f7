import type { ReactNode } from "react";
import { Header } from "@/components/shell/header";
import { type Crumb, Page } from "@/components/shell/page";
import { env } from "@/lib/kernel/env";

interface PublicFrameProps {
  title: string;
  what?: ReactNode;
  crumbs?: readonly Crumb[];
  path: string;
  children: ReactNode;
}

/** A page that needs no account. */
export function PublicFrame({ path, children, ...page }: PublicFrameProps) {
  return (
    <>
      <Header nav={[]} path={path} demonstration={env().demo} />
      <Page {...page}>{children}</Page>
    </>
  );
}
