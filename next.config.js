import createNextIntlPlugin from "next-intl/plugin";

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Native code and fonts are read from their packages.
  serverExternalPackages: ["@myriaddreamin/typst-ts-node-compiler"],
};

export default createNextIntlPlugin("./i18n/request.ts")(config);
