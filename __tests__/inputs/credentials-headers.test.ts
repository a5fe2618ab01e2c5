import assert from "node:assert/strict";
import { test } from "node:test";
import { type Run, runAction } from "../helpers/action.ts";
import { assertHidden, basic, masks } from "../helpers/secrets.ts";
import { startServer } from "../helpers/server.ts";

function warnings({ log }: Run): string[] {
  return log.filter((line) => line.startsWith("::warning"));
}

const confidential: readonly { header: string; secrets: readonly string[] }[] = [
  { header: "Authorization: Bearer abc.DEF-123", secrets: ["abc.DEF-123"] },
  { header: "authorization:   token ghp_0123456789", secrets: ["ghp_0123456789"] },
  {
    header: `Authorization: ${basic("ann:p@ss:w0rd")}`,
    secrets: [basic("ann:p@ss:w0rd").slice(6), "p@ss:w0rd", "ann:p@ss:w0rd"],
  },
  { header: "Authorization: opaque-value", secrets: ["opaque-value"] },
  { header: "Cookie: lang=en; session=0123456789abcdef", secrets: ["0123456789abcdef"] },
  { header: "Cookie: __Host-id=short1", secrets: ["__Host-id=short1"] },
  { header: "X-Api-Key: k-1234567890", secrets: ["k-1234567890"] },
  { header: "PRIVATE-TOKEN: glpat-123456", secrets: ["glpat-123456"] },
  { header: "X-Auth: p%C3%A4ss%20word", secrets: ["p%C3%A4ss%20word", "päss word"] },
  { header: "X-Client-Secret: two words", secrets: ["two words"] },
];

test("credentials in headers are sent as they stand, masked before anything else, and shown nowhere", async (t) => {
  const server = await startServer(t, (request, answer) => {
    answer.statusCode = request.url === "/down" ? 500 : 200;
    answer.end("ok");
  });
  const inputs = {
    uris: `${server.origin}/up\n${server.origin}/down\n${server.origin}/ a mistake`,
    headers: confidential.map(({ header }) => header).join("\n"),
  };
  const run = await runAction(inputs);
  for (const { rawHeaders } of server.requests) {
    const sent = rawHeaders.flatMap((name, index) => (index % 2 === 0 ? [`${name}: ${rawHeaders[index + 1]}`] : []));
    for (const { header } of confidential)
      assert.ok(sent.includes(header.replace(/:\s+/, ": ")), `${header} is not in ${sent.join("\n")}`);
  }
  for (const { secrets } of confidential) {
    assertHidden(run, secrets);
    for (const form of secrets) assert.ok(masks(run).includes(form), `no mask for ${form}`);
  }
  assert.equal(server.requests.length, 2);
  assert.ok(run.log.slice(masks(run).length).every((line) => !line.startsWith("::add-mask::")));
  assert.deepEqual([warnings(run), run.stderr], [[], ""]);
});

test("credentials in headers and several origins in the list: one warning, before any result", async (t) => {
  const [one, other] = await Promise.all([startServer(t), startServer(t)]);
  const list = [one, other, one, other].map(({ origin }, index) => `${origin}/${index}`).join("\n");
  for (const headers of ["Cookie: a=b", "Authorization: Bearer x\nX-Api-Key: k-1234567890"]) {
    const run = await runAction({ uris: list, headers });
    assert.equal(run.code, 0, run.log.join("\n"));
    assert.equal(warnings(run).length, 1, headers);
    assert.match(warnings(run)[0] ?? "", /headers.*credentials.*2 origins/);
    assert.ok(run.log.indexOf(warnings(run)[0] ?? "") < run.log.findIndex((line) => line.startsWith("[OK]")));
    assert.doesNotMatch(warnings(run)[0] ?? "", /k-123|Bearer/);
  }
});

test("no warning where the credentials have one origin to go to, or where there are none in headers", async (t) => {
  const [one, other] = await Promise.all([startServer(t), startServer(t)]);
  const { port } = one;
  const single = [
    `http://127.0.0.1:${port}/`,
    `HTTP://127.1:${port}/a?b#c 200`,
    `http://ann:Secret-1@127.0.0.1:${port}/`,
    "not-a-uri",
    "# https://comment.example/",
  ];
  const cases = [
    { uris: single.join("\n"), headers: "Authorization: Bearer abcdefgh" },
    {
      uris: `${one.origin}\n${other.origin}`,
      headers: "X-Trace: abc\nAccept: text/html\nUser-Agent: mine\nAccept-Language: de",
    },
    { uris: `http://ann:Secret-1@127.0.0.1:${port}/\n${other.origin}`, headers: "" },
    { uris: `${one.origin}\n${other.origin}`, headers: "X-Api-Key: k-1234567890", shard: "1/2" },
  ];
  for (const inputs of cases) assert.deepEqual(warnings(await runAction(inputs)), [], JSON.stringify(inputs));
});

test("http and https of one host are two origins, and so are two ports", async (t) => {
  const secure = await startServer(t, undefined, { tls: "server" });
  const run = await runAction({
    uris: `${secure.origin}\nhttp://127.0.0.1:${secure.port}/`,
    headers: "Authorization: Bearer abcdefgh",
  });
  assert.equal(warnings(run).length, 1);
});

// Padded in Base64, and with characters that a query percent-encodes.
const password = "p@ss/w+rd=1";
const token = "tok/en+with==";
const echoes: Readonly<Record<string, (sent: string) => string>> = {
  "as it was sent": (sent) => sent,
  "percent-encoded": encodeURIComponent,
  "percent-encoded in lower case": (sent) => encodeURIComponent(sent).replace(/%../g, (found) => found.toLowerCase()),
};

for (const [how, encode] of Object.entries(echoes)) {
  test(`a secret that a server puts into its redirects ${how} is shown nowhere`, async (t) => {
    const server = await startServer(t, (request, answer) => {
      const url = new URL(request.url ?? "", "http://x.example");
      if (url.pathname === "/end") return answer.end("ok");
      const { authorization = "", "x-api-key": key = "" } = request.headers;
      const pair = Buffer.from(authorization.replace("Basic ", ""), "base64").toString();
      const told = [authorization, pair, pair.slice(pair.indexOf(":") + 1), String(key)].map(encode);
      answer
        .writeHead(302, {
          Location: `${url.pathname === "/next" ? "/end" : "/next"}?${told.join("&")}#${told.join("&")}`,
        })
        .end();
    });
    const uri = `http://ann:${encodeURIComponent(password)}@127.0.0.1:${server.port}/`;
    const inputs = { uris: uri, headers: `X-Api-Key: ${token}` };
    for (const limit of ["10", "0"]) {
      const run = await runAction({ ...inputs, "max-redirects": limit });
      assert.equal(run.code, limit === "10" ? 0 : 1);
      const encoded = basic(`ann:${password}`).slice("Basic ".length).replace(/=+$/, "");
      assertHidden(run, [password, encodeURIComponent(password), token, encodeURIComponent(token), encoded]);
    }
    // It is followed as it stands all the same.
    assert.ok(server.requests.some(({ url }) => url.startsWith("/end?") && url.includes(encode(token))));
  });
}

test("a secret in the path or the host of a redirect that is not followed is not shown", async (t) => {
  const secure = await startServer(
    t,
    (request, answer) => {
      answer
        .writeHead(301, { Location: `http://${request.headers["x-api-key"]}.example/${request.headers["x-api-key"]}/` })
        .end();
    },
    { tls: "server" },
  );
  const run = await runAction({ uris: secure.origin, headers: "X-Api-Key: Key0123456789" });
  assert.equal(run.results[0]?.message, "redirected from https to http, which is refused");
  assertHidden(run, ["Key0123456789"]);
});

test("credentials that a redirect brings along are neither sent nor shown", async (t) => {
  const server = await startServer(t, (request, answer) => {
    if (request.url === "/end") return answer.end("ok");
    answer.writeHead(302, { Location: `http://eve:Gift-1@127.0.0.1:${server.port}/end` }).end();
  });
  const run = await runAction({ uris: `${server.origin}/a\nhttp://ann:Secret-1@127.0.0.1:${server.port}/b` });
  assert.equal(run.code, 0, run.log.join("\n"));
  assert.deepEqual(
    server.requests.map(({ url, headers }) => [url, headers.authorization]),
    [
      ["/a", undefined],
      ["/end", undefined],
      ["/b", basic("ann:Secret-1")],
      ["/end", basic("ann:Secret-1")],
    ],
  );
  assertHidden(run, ["Gift-1", "Secret-1", "eve:"]);
});
