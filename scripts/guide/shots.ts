/** One picture of the guide: who sees what, and how he gets there. */
export interface Shot {
  /** File name without its ending. */
  name: string;
  /** A demonstration account; null where nobody is signed in. */
  person: string | null;
  locale: "zh-CN" | "en";
  size: "desk" | "phone";
  path: string;
  /** Links to follow from there, by their selectors; the first that matches is taken. */
  follow?: readonly string[];
  /** The whole page instead of what stands on the screen. */
  whole?: boolean;
}

const zh = { locale: "zh-CN", size: "desk" } as const;
const phone = { locale: "zh-CN", size: "phone" } as const;
const firstProject = "main table a[href^='/projects/']";
const part = (tab: string) => `main nav a[href*='tab=${tab}']`;

/** The pictures of docs/guide, by role. */
export const shots: readonly Shot[] = [
  { name: "zh-sign-in", person: null, ...zh, path: "/sign-in" },
  { name: "zh-desk-enterprise", person: "enterprise", ...zh, path: "/" },
  { name: "zh-desk-district", person: "district", ...zh, path: "/" },
  { name: "zh-desk-officer", person: "officer", ...zh, path: "/" },
  { name: "zh-desk-expert", person: "expert1", ...zh, path: "/" },
  { name: "zh-desk-manager", person: "manager", ...zh, path: "/" },
  { name: "zh-calls-enterprise", person: "enterprise", ...zh, path: "/calls" },
  { name: "zh-projects-officer", person: "officer", ...zh, path: "/projects" },
  {
    name: "zh-project-overview",
    person: "officer",
    ...zh,
    path: "/projects?state=active",
    follow: [firstProject, part("overview")],
  },
  {
    name: "zh-project-absorption",
    person: "officer",
    ...zh,
    path: "/projects?state=active",
    follow: [firstProject, part("absorption")],
    whole: true,
  },
  {
    name: "zh-project-timeline",
    person: "auditor",
    ...zh,
    path: "/projects?state=tracking",
    follow: [firstProject, part("timeline")],
  },
  {
    name: "zh-report",
    person: "manager",
    ...zh,
    path: "/evaluations",
    follow: ["main a[href$='/report']"],
    whole: true,
  },
  { name: "zh-evaluations", person: "manager", ...zh, path: "/evaluations" },
  { name: "zh-overview", person: "manager", ...zh, path: "/overview", whole: true },
  { name: "zh-yearly", person: "enterprise", ...zh, path: "/yearly" },
  { name: "zh-due", person: "enterprise", ...zh, path: "/due" },
  { name: "zh-risks", person: "officer", ...zh, path: "/risks" },
  { name: "zh-risks-district", person: "district", ...zh, path: "/risks" },
  { name: "zh-budget", person: "officer", ...zh, path: "/budget" },
  { name: "zh-import", person: "officer", ...zh, path: "/registrations/import" },
  { name: "zh-audit", person: "auditor", ...zh, path: "/audit" },
  { name: "zh-accounts", person: "secadmin", ...zh, path: "/accounts" },
  { name: "zh-settings", person: "admin", ...zh, path: "/settings" },
  { name: "zh-phone-desk-manager", person: "manager", ...phone, path: "/" },
  { name: "en-desk-manager", person: "manager", locale: "en", size: "desk", path: "/" },
];
