import { handleAuth } from "@/lib/accounts/auth-endpoint";

/** The header's plain form posts here; it leads to the sign-in page. */
export const POST = (request: Request): Promise<Response> => handleAuth(["signout"], request);
