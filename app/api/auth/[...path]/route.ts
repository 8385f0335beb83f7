import { handleAuth } from "@/lib/accounts/auth-endpoint";

interface Context {
  params: Promise<{ path: string[] }>;
}

const handler = async (request: Request, { params }: Context): Promise<Response> =>
  handleAuth((await params).path, request);

export { handler as GET, handler as POST };
