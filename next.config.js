import createNextIntlPlugin from "next-intl/plugin";
import securityHeaders from "./lib/http/security-headers.json" with { type: "json" };

const listed = (headers) => Object.entries(headers).map(([key, value]) => ({ key, value }));

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Native code and fonts are read from their packages.
  serverExternalPackages: ["@myriaddreamin/typst-ts-node-compiler"],
  // The interface's answers; pages get theirs in proxy.ts, with a nonce.
  headers: async () => [
    {
      source: "/api/:path*",
      headers: listed({ ...securityHeaders.always, ...securityHeaders.answers }),
    },
    {
      source: "/api/:path*",
      has: [{ type: "header", key: "x-forwarded-proto", value: "https" }],
      headers: listed(securityHeaders.overHttps),
    },
  ],
};

export default createNextIntlPlugin("./i18n/request.ts")(config);
