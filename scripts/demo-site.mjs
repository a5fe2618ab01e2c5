// The site that `npm start` checks: an http and an https origin on loopback, and a port where nobody listens.
import { readFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const fixture = (name) => fileURLToPath(new URL(`../__tests__/fixtures/${name}`, import.meta.url));

const pages = ["/", "/blog", "/contact"];

async function answer(request, response) {
  const { pathname } = new URL(request.url, "http://localhost");
  if (pathname === "/403") response.writeHead(403).end("forbidden");
  else if (pathname === "/moved") response.writeHead(301, { location: "/here" }).end();
  else if (pathname === "/sitemap.xml")
    response.end(`<urlset>${pages.map((page) => `<url><loc>${page}</loc></url>`).join("")}</urlset>`);
  else if (pathname === "/late") await sleep(400).then(() => response.end("late, but here"));
  else response.end("version 1f3a9c7");
}

async function listen(server) {
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return server.address().port;
}

/** Starts the site. `authority` is the file with the certificate that NODE_EXTRA_CA_CERTS has to name. */
export async function startDemoSite() {
  const plain = http.createServer(answer);
  const secure = https.createServer(
    { key: readFileSync(fixture("server.key")), cert: readFileSync(fixture("server.pem")) },
    answer,
  );
  const nobody = http.createServer();
  const [plainPort, securePort, closedPort] = [await listen(plain), await listen(secure), await listen(nobody)];
  nobody.close();
  const lines = [
    "# the pair of the tutorial: one up, one not",
    `http://127.0.0.1:${plainPort}/?q=chronos`,
    `http://127.0.0.1:${plainPort}/403`,
    "# a status of its own, and a text that the body has to hold",
    `https://localhost:${securePort}/403 403`,
    `https://localhost:${securePort}/version 200 1f3a9c7`,
    "# a redirect that is followed, and one that has to lead to an address",
    `https://localhost:${securePort}/moved`,
    `https://localhost:${securePort}/moved 301 -> /here`,
    "# every page of a sitemap, without a text that none may hold",
    `sitemap https://localhost:${securePort}/sitemap.xml 200 !Application error`,
    "# an answer that comes late, and a port where nobody listens",
    `https://localhost:${securePort}/late`,
    `http://127.0.0.1:${closedPort}/`,
  ];
  const close = () => {
    for (const server of [plain, secure]) server.close();
  };
  return { lines, authority: fixture("ca.pem"), close };
}
