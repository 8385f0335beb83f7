import { handleUpload } from "@/lib/documents/endpoint";

export const POST = (request: Request): Promise<Response> => handleUpload(request);
