/**
 * The web server of a production build: `node scripts/web.mjs --port 3000 --hostname 127.0.0.1`.
 * Next's own server hides the socket from route handlers; the counters of failed sign-ins need the
 * caller's address, so it is written here, over whatever a caller may have sent.
 */
import { createServer } from "node:http";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: { port: { type: "string" }, hostname: { type: "string" } },
});
const port = Number(values.port ?? "3000");
const hostname = values.hostname ?? "127.0.0.1";

// Next and React choose their production code when they are loaded.
process.env.NODE_ENV = "production";
const { default: next } = await import("next");
const app = next({ dev: false, hostname, port });
await app.prepare();
const handle = app.getRequestHandler();

const server = createServer((request, response) => {
  if (!readable(request.url ?? "/")) return refuse(response);
  request.headers["x-kehe-peer"] = request.socket.remoteAddress ?? "unknown";
  handle(request, response);
});
/** Next answers 500 to a path whose percent signs mean nothing. */
function readable(url) {
  try {
    decodeURIComponent(url.split("?")[0]);
    return true;
  } catch {
    return false;
  }
}

function refuse(response) {
  const code = "malformed_address";
  response.writeHead(400, { "content-type": "application/problem+json; charset=utf-8" });
  response.end(
    JSON.stringify({
      type: `urn:kehe:problem:${code}`,
      title: "Malformed request",
      status: 400,
      code,
    }),
  );
}

server.keepAliveTimeout = 65_000;
server.on("error", (error) => {
  process.stderr.write(`web: ${error.message}\n`);
  process.exit(1);
});
server.listen(port, hostname);

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), 5_000).unref();
  });
}
