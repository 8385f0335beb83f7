import { logSecurity } from "@/lib/audit/security-log";
import { clientAddress } from "@/lib/http/address";
import { requireOrigin } from "@/lib/http/guard";
import { problem, refusalProblem, unexpectedProblem } from "@/lib/http/problem";
import { sameSitePath } from "@/lib/http/same-site-path";
import { readTexts } from "@/lib/http/texts";
import { Refusal } from "@/lib/kernel/errors";
import { browserCookie, cookieLine, cookieOf, sessionCookie, triedNameCookie } from "./cookies";
import { type AuthAnswer, type AuthCall, callNextAuth, csrfCookie, csrfPair } from "./next-auth";
import { actorOfRequest, sessionTokenOf } from "./session";
import { endSession, signIn } from "./sign-in";

const knownBrowserSeconds = 180 * 86_400;
const readable = ["csrf", "session", "providers"];

/** Everything under /api/auth: next-auth's own answers, behind Kehe's checks. Never a bare failure. */
export async function handleAuth(path: readonly string[], request: Request): Promise<Response> {
  try {
    if (request.method === "GET") return await read(path, request);
    requireOrigin(request);
    const body = await readTexts(request);
    if (path.join("/") === "callback/credentials") return await signInBy(path, request, body);
    if (path.join("/") === "signout") return await signOut(request, body);
    throw new Refusal(404, "not_found");
  } catch (error) {
    if (!(error instanceof Refusal)) return unexpectedProblem(error, "auth");
    await logSecurity("auth_refused", error.code);
    return refusalProblem(error);
  }
}

async function read(path: readonly string[], request: Request): Promise<Response> {
  const [action = "", ...rest] = path;
  if (action === "signin" || action === "error") return goTo("/sign-in");
  if (!readable.includes(action) || rest.length > 0) return problem(404, "not_found");
  const actor = action === "session" ? await actorOfRequest(request) : null;
  if (action === "session" && actor === null) return Response.json({}, noStore);
  return answerJson(
    await callNextAuth(callOf("GET", path, request, {}, actor?.name ?? null), refuseAll),
  );
}

async function signInBy(
  path: readonly string[],
  request: Request,
  body: Readonly<Record<string, string>>,
): Promise<Response> {
  const old = await sessionTokenOf(cookieOf(request.headers, sessionCookie()));
  const tried = signingIn(request);
  const answer = await callNextAuth(callOf("POST", path, request, body), tried.authorise);
  const back = backOf(body);
  if (tried.broken !== null) return unavailable(body, back, tried.broken);
  if (tried.browserToken === null) {
    answer.cookies.push(cookieLine(triedNameCookie(), encodeURIComponent(nameOf(body)), 120));
    return redirectOrJson(body, answer, failurePlace(answer, back), 401);
  }
  if (old !== null) await endSession(old, "replaced");
  answer.cookies.push(
    cookieLine(browserCookie(), tried.browserToken, knownBrowserSeconds),
    cookieLine(triedNameCookie(), "", 0),
  );
  return redirectOrJson(body, answer, back, 200);
}

/** The name is kept for the next try; no stored name is longer. */
const nameOf = (body: Readonly<Record<string, string>>) =>
  (body.username ?? "").slice(0, 64).replace(/\p{Surrogate}/gu, "");

/** One try: next-auth tells every failure alike, so what really happened is kept beside it. */
function signingIn(request: Request) {
  const tried: {
    browserToken: string | null;
    broken: unknown;
    authorise: (username: string, password: string) => Promise<string>;
  } = {
    browserToken: null,
    broken: null,
    authorise: async (username, password) => {
      const result = await signIn({
        username,
        password,
        address: clientAddress(request),
        browserToken: cookieOf(request.headers, browserCookie()),
      }).catch((error: unknown) => {
        tried.broken = error;
        throw error;
      });
      if (!result.ok) throw new Error(result.code);
      tried.browserToken = result.browserToken;
      return result.token;
    },
  };
  return tried;
}

/** Not the person's mistake: logged with an id, told as such; a form is led back to try again. */
function unavailable(
  body: Readonly<Record<string, string>>,
  back: string,
  error: unknown,
): Response {
  const answer = unexpectedProblem(error, "sign-in", 503);
  if (body.json === "true") return answer;
  const rest = back === "/" ? "" : `&back=${encodeURIComponent(back)}`;
  return goTo(`/sign-in?error=unavailable${rest}`);
}

/** Ends the session's row first: the cookie is worthless even if the browser keeps it. */
async function signOut(
  request: Request,
  body: Readonly<Record<string, string>>,
): Promise<Response> {
  const token = await sessionTokenOf(cookieOf(request.headers, sessionCookie()));
  if (token !== null) await endSession(token, "signed_out");
  const answer = await callNextAuth(callOf("POST", ["signout"], request, body), refuseAll);
  answer.cookies.push(cookieLine(sessionCookie(), "", 0));
  return redirectOrJson(body, answer, sameSitePath(body.callbackUrl, "/sign-in"), 200);
}

const refuseAll = () => Promise.reject(new Error("wrong"));

/**
 * Our own Origin was checked already, so a form without script need not fetch next-auth's token: it
 * is supplied here. A token that was sent is checked as usual.
 */
function callOf(
  method: string,
  path: readonly string[],
  request: Request,
  body: Readonly<Record<string, string>>,
  personName: string | null = null,
): AuthCall {
  const cookies: Record<string, string> = {};
  const session = cookieOf(request.headers, sessionCookie());
  if (session) cookies[sessionCookie()] = session;
  const csrf = cookieOf(request.headers, csrfCookie());
  if (csrf) cookies[csrfCookie()] = decoded(csrf);
  const { username = "", password = "", csrfToken, json } = body;
  const pair = method === "POST" && csrfToken === undefined ? csrfPair() : null;
  if (pair) cookies[csrfCookie()] = pair.cookie;
  return {
    method,
    path,
    cookies,
    body: {
      username,
      password,
      csrfToken: pair?.token ?? csrfToken ?? "",
      ...(json ? { json } : {}),
    },
    personName,
  };
}

function decoded(cookie: string): string {
  try {
    return decodeURIComponent(cookie);
  } catch {
    return cookie;
  }
}

/** Where the person wanted to go: a path of ours, never another site. */
function backOf(body: Readonly<Record<string, string>>): string {
  const text = body.callbackUrl ?? "/";
  const path = URL.parse(text);
  const back = sameSitePath(path === null ? text : `${path.pathname}${path.search}`);
  return back.startsWith("/sign-in") ? "/" : back;
}

function failurePlace(answer: AuthAnswer, back: string): string {
  const told = URL.parse(answerPlace(answer) ?? "", "http://kehe.invalid")?.searchParams;
  const code = told?.get("error") === "locked" ? "locked" : "wrong";
  const rest = back === "/" ? "" : `&back=${encodeURIComponent(back)}`;
  return `/sign-in?error=${told?.has("csrf") ? "expired" : code}${rest}`;
}

function answerPlace({ location, body }: AuthAnswer): string | null {
  if (location !== null) return location;
  if (body === null || typeof body !== "object" || !("url" in body)) return null;
  return typeof body.url === "string" ? body.url : null;
}

const noStore = { headers: { "cache-control": "no-store" } } as const;

function redirectOrJson(
  body: Readonly<Record<string, string>>,
  { cookies }: AuthAnswer,
  place: string,
  status: number,
): Response {
  const response = body.json === "true" ? Response.json({ url: place }, { status }) : goTo(place);
  for (const line of cookies) response.headers.append("set-cookie", line);
  response.headers.set("cache-control", "no-store");
  return response;
}

function answerJson({ status, cookies, body }: AuthAnswer): Response {
  const response = Response.json(body, { status, ...noStore });
  for (const line of cookies) response.headers.append("set-cookie", line);
  return response;
}

const goTo = (place: string): Response =>
  new Response(null, { status: 303, headers: { location: place } });
