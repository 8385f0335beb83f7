import type { Seeded } from "./seed/index";

/** A page that is measured; `rows` is what must be on it, so that an empty page can't look fast. */
export interface PageTarget {
  name: string;
  path: string;
  cookie: string;
  contains: string;
}

export const bareTarget = { name: "bare page, 20 static rows", path: "/zz-bare" } as const;

/** The pages of the table, as a bureau officer reads them. */
export function pageTargets(seeded: Seeded, cookie: string): PageTarget[] {
  const row = 'href="/projects/';
  const page = (name: string, path: string, contains = row): PageTarget => ({
    name,
    path,
    cookie,
    contains,
  });
  return [
    page("list, first page", "/projects"),
    page("list, last page", "/projects?last=1"),
    page("list, state and district", "/projects?state=active&district=320412"),
    page("search, rare word 共振", `/projects?q=${encodeURIComponent("共振")}`),
    page("search, common word 技术", `/projects?q=${encodeURIComponent("技术")}`),
    page("project, overview", `/projects/${seeded.activeId}?tab=overview`, "</h1>"),
    page("project, absorption", `/projects/${seeded.activeId}?tab=absorption`, "</h1>"),
    page("desk", "/"),
  ];
}

/** The risk board as the bureau and a district read it, and where warnings show besides. */
export function riskTargets(cookies: { officer: string; district: string }): PageTarget[] {
  const page = (name: string, path: string, cookie = cookies.officer): PageTarget => ({
    name,
    path,
    cookie,
    contains: 'href="/projects/',
  });
  return [
    page("board, first page", "/risks"),
    page("board, last page", "/risks?last=1"),
    page("board, reason and level", "/risks?rule=link_late&level=amber"),
    page("board, district and stage", "/risks?district=320412&stage=absorption"),
    page("board, stage of few", "/risks?stage=evaluation&last=1"),
    page("board of a district", "/risks", cookies.district),
    page("list with marks", "/projects"),
  ];
}

/** The measured command: the district recommends (T05). */
export const commandTarget = {
  name: "command application.recommend",
  path: "/api/commands/application.recommend",
  body: (projectId: string) => ({
    projectId,
    version: 1,
    opinion: "技术先进，合作基础扎实，同意推荐。",
  }),
} as const;
