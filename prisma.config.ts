import { defineConfig } from "prisma/config";

/** Where Prisma finds its schema and its migrations; the connection is given only when it migrates. */
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  ...(process.env.DATABASE_URL ? { datasource: { url: process.env.DATABASE_URL } } : {}),
});
