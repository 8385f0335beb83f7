import { handleTemplate } from "@/lib/application/ledger/endpoint";

export const GET = (request: Request): Promise<Response> => handleTemplate(request);
