import assert from "node:assert/strict";
import net, { type Socket } from "node:net";
import { test } from "node:test";
import { messages, runAction } from "../helpers/action.ts";
import { connects, startProxy, through } from "../helpers/proxy.ts";
import { startServer } from "../helpers/server.ts";

const established = "HTTP/1.1 200 Connection established\r\n\r\n";

/** Answers to CONNECT that open a tunnel: RFC 9110, sections 9.3.6 and 15.2; RFC 9112, section 2.2. */
const opening: Readonly<Record<string, string>> = {
  "100 before it": `HTTP/1.1 100 Continue\r\n\r\n${established}`,
  "many 1xx before it": `${"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n".repeat(50)}${established}`,
  "a length and a coding": "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n",
  "two lengths": "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nContent-Length: 0\r\n\r\n",
  "another 2xx": "HTTP/1.1 201 Created\r\n\r\n",
  "HTTP/1.0": "HTTP/1.0 200 OK\r\n\r\n",
  "no words": "HTTP/1.1 200\r\n\r\n",
  "lone LFs": "HTTP/1.1 200 OK\nVia: proxy\n\n",
  "a folded field": "HTTP/1.1 200 OK\r\nVia: a\r\n b\r\n\r\n",
  "100 kB of fields": `HTTP/1.1 200 OK\r\nX: ${"x".repeat(100_000)}\r\n\r\n`,
};

/** Sends an answer in one piece, or its first 200 bytes one by one. */
async function send(client: Socket, answer: string, isInPieces: boolean): Promise<void> {
  const start = isInPieces ? answer.slice(0, 200) : "";
  client.setNoDelay(true);
  for (const byte of start) await new Promise((sent) => client.write(byte, () => setImmediate(sent)));
  client.write(answer.slice(start.length));
}

test("every answer to CONNECT that ends in a 2xx opens the tunnel, in one piece and byte by byte", async (t) => {
  const site = await startServer(t, undefined, { tls: "server" });
  const cases = Object.entries(opening).flatMap(([name, answer]) =>
    [false, true].map((isInPieces) => ({ name: isInPieces ? `${name}, byte by byte` : name, answer, isInPieces })),
  );
  const proxy = await startProxy(t, {
    intercept: (client, head) => {
      const { answer = "", isInPieces = false } = cases[Number(/^CONNECT a(\d+)/.exec(head)?.[1])] ?? {};
      // Paused, or what comes before the pipe is lost.
      client.removeAllListeners("data").pause();
      void send(client, answer, isInPieces).then(() => {
        const upstream = net.connect(site.port, "127.0.0.1");
        upstream.on("error", () => client.destroy());
        client.on("close", () => upstream.destroy());
        upstream.pipe(client).pipe(upstream);
      });
      return true;
    },
  });
  const uris = cases.flatMap((_, index) =>
    [1, 2].map((path) => `https://a${index}.uptimemon.test:${site.port}/${path}`),
  );
  const run = await runAction({ uris: uris.join("\n"), timeout: "30s" }, through(proxy));
  const down = run.results.flatMap(({ state, message }, index) =>
    state === "OK" ? [] : [`${cases[Math.floor(index / 2)]?.name}: ${message}`],
  );
  assert.deepEqual([down, run.code, run.stderr], [[], 0, ""]);
  assert.equal(connects(proxy).length, cases.length);
  assert.deepEqual([run.outputs["connections"], run.outputs["reused"]], [String(cases.length), String(cases.length)]);
});

test("a CONNECT that is not answered with a 2xx opens no tunnel, whatever the answer", async (t) => {
  const site = await startServer(t, undefined, { tls: "server" });
  const answers: Readonly<Record<string, RegExp>> = {
    "HTTP/1.1 101 Switching Protocols\r\n\r\n": /refused the tunnel: 101 \(ERR_PROXY_TUNNEL\)$/,
    "HTTP/1.1 302 Found\r\nLocation: https://login.example/\r\n\r\n": /refused the tunnel: 302 \(ERR_PROXY_TUNNEL\)$/,
    "HTTP/1.1 407 Proxy Authentication Required\r\n\r\n": /requires authentication \(407\)$/,
    "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 502 Bad Gateway\r\n\r\n": /refused the tunnel: 502 \(ERR_PROXY_TUNNEL\)$/,
    "HTTP/2 200\r\n\r\n": /the answer is not valid HTTP \(HPE_\w+\)$/,
    "HTTP/1.1 abc\r\n\r\n": /the answer is not valid HTTP \(HPE_\w+\)$/,
    [`HTTP/1.1 200 OK\r\nX: ${"x".repeat(200_000)}`]: /the headers of the answer are over 128 KiB/,
  };
  for (const [answer, words] of Object.entries(answers)) {
    const proxy = await startProxy(t, { intercept: (client) => client.write(answer) || true });
    const run = await runAction({ uris: `https://site.uptimemon.test:${site.port}/`, timeout: "30s" }, through(proxy));
    assert.match(messages(run)[0] ?? "", words);
    assert.deepEqual([run.code, run.stderr, proxy.clear.includes("GET"), site.connections], [1, "", false, 0]);
  }
});
