# One image for the web server, the jobs and the migration; see docker-compose.yml.
FROM node:24-bookworm-slim AS build
WORKDIR /kehe
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
# Generating and building need no database; Prisma only wants some file in the place of its engine.
RUN PRISMA_SCHEMA_ENGINE_BINARY=/usr/local/bin/node node node_modules/prisma/build/index.js generate --no-hints \
 && NEXT_TELEMETRY_DISABLED=1 node node_modules/next/dist/bin/next build \
 && npm prune --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /kehe
COPY --from=build --chown=root:root /kehe /kehe
RUN mkdir -p /data/files && chown -R node:node /data
ENV DATA_DIR=/data
USER node
EXPOSE 3000
CMD ["node", "--import", "tsx", "scripts/serve.ts", "app"]
