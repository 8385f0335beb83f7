import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { type Actor, holds } from "@/lib/access/actor";
import { applicantRoles, bureauRoles, citywideRoles, type Role } from "@/lib/access/roles";
import { env } from "@/lib/kernel/env";
import { Header, type NavItem } from "./header";

const officials: readonly Role[] = ["district_officer", ...citywideRoles];
const parties: readonly Role[] = [...applicantRoles, ...officials];

/** The places of the navigation and who goes there. */
const places: readonly { href: string; key: string; roles: readonly Role[] | null }[] = [
  { href: "/", key: "desk", roles: null },
  { href: "/projects", key: "projects", roles: [...parties, "expert"] },
  { href: "/liaison", key: "liaison", roles: officials },
  { href: "/calls", key: "calls", roles: parties },
  { href: "/yearly", key: "yearly", roles: parties },
  { href: "/evaluations", key: "evaluations", roles: officials },
  { href: "/budget", key: "budget", roles: citywideRoles },
  { href: "/carriers", key: "carriers", roles: citywideRoles },
  { href: "/rules", key: "rules", roles: citywideRoles },
  { href: "/overview", key: "overview", roles: officials },
  { href: "/risks", key: "risks", roles: officials },
  { href: "/follow-up", key: "followUp", roles: officials },
  { href: "/registrations", key: "registrations", roles: bureauRoles },
  { href: "/audit", key: "audit", roles: ["auditor"] },
  {
    href: "/accounts",
    key: "accounts",
    roles: ["sysadmin", "security_admin", "unit_admin", ...bureauRoles],
  },
  { href: "/settings", key: "settings", roles: ["sysadmin"] },
];

/** The band on top and the page below it, for a signed-in person. */
export async function AppShell({ actor, children }: { actor: Actor; children: ReactNode }) {
  const [t, roles, requestHeaders] = await Promise.all([
    getTranslations("shell"),
    getTranslations("roles"),
    headers(),
  ]);
  const path = requestHeaders.get("x-kehe-path") ?? "/";
  const here = path.split("?")[0] ?? "/";
  const nav: NavItem[] = places
    .filter((place) => place.roles === null || holds(actor, ...place.roles))
    .map(({ href, key }) => ({
      href,
      label: t(`places.${key}`),
      current: href === "/" ? here === "/" : here.startsWith(href),
    }));
  const role = [...new Set(actor.held.map((held) => roles(held.role)))].join(" · ");
  return (
    <>
      <Header
        nav={nav}
        person={{ name: actor.name, role }}
        path={path}
        demonstration={env().demo}
      />
      {children}
    </>
  );
}
