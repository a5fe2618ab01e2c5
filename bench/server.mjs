// A process of its own: k origins that answer "ok" at once, or /sitemap-N.xml with a sitemap of N pages, and count. Forked
// by servers.mjs, which asks for the counts.
import { once } from "node:events";
import { readFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import { now } from "./measure.mjs";

const [scheme, origins, keyFile, certFile] = process.argv.slice(2);
const zero = { connections: 0, handshakes: scheme === "https" ? 0 : null, requests: 0, lastAnswerAt: null };
let counts = { ...zero };

function answer({ url, headers }, response) {
  counts.requests += 1;
  counts.lastAnswerAt = now();
  const [, pages] = /^\/sitemap-(\d+)\.xml$/.exec(url) ?? [];
  response.end(pages === undefined ? "ok\n" : sitemap(Number(pages), `${scheme}://${headers.host}`));
}

function sitemap(pages, origin) {
  const entry = (_, index) => `<url><loc>${origin}/${index}</loc><lastmod>2025-01-01</lastmod></url>`;
  const entries = Array.from({ length: pages }, entry).join("\n");
  return `<?xml version="1.0"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries}\n</urlset>\n`;
}

const ports = [];
for (let index = 0; index < Number(origins); index += 1) {
  const server =
    scheme === "https"
      ? https.createServer({ key: readFileSync(keyFile), cert: readFileSync(certFile) }, answer)
      : http.createServer(answer);
  server.on("connection", () => {
    counts.connections += 1;
  });
  server.on("secureConnection", () => {
    counts.handshakes += 1;
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  ports.push(server.address().port);
}

process.on("message", () => {
  process.send(counts);
  counts = { ...zero };
});
process.send(ports);
// Without the bench there is nobody to serve.
process.on("disconnect", () => process.exit());
