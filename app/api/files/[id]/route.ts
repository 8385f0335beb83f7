import { handleDownload } from "@/lib/documents/endpoint";

interface Context {
  params: Promise<{ id: string }>;
}

export const GET = async (request: Request, { params }: Context): Promise<Response> =>
  handleDownload((await params).id, request);
