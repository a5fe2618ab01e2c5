import assert from "node:assert/strict";
import { test } from "node:test";
import { Echoes } from "../../src/echoes.ts";
import { type Run, runAction } from "../helpers/action.ts";
import { assertCounted, tallyOf } from "../helpers/scripted.ts";
import { type Seen, startServer, type TestServer } from "../helpers/server.ts";

const headers = [
  "Authorization: Bearer CANARY-token",
  "Cookie: session=CANARY-cookie",
  "X-Api-Key: CANARY-key",
  "X-Anything: CANARY-anything",
  "Host: other.uptimemon.test",
  "Accept-Language: de",
  "Accept: text/html",
  "User-Agent: tester/1",
].join("\n");

/** Everything that a reader can see: the log without the masks, and all files. */
function shown({ log, files }: Run): string {
  return [...log.filter((line) => !line.startsWith("::add-mask::")), files].join("\n");
}

/** A server whose /start leads to `location`, as do /hop1, /hop2… one by one to the later locations; the rest is 200. */
async function startLeading(
  t: Parameters<typeof startServer>[0],
  locations: () => Readonly<Record<string, string>>,
  tls?: "server",
): Promise<TestServer> {
  return startServer(
    t,
    (request, answer) => {
      const location = locations()[request.url ?? ""];
      if (location === undefined) answer.end("ok");
      else answer.writeHead(302, { Location: location }).end();
    },
    tls ? { tls } : {},
  );
}

function own({ headers }: Seen): unknown {
  const {
    authorization,
    cookie,
    "x-api-key": key,
    "x-anything": anything,
    "accept-language": language,
    host,
    accept,
    "user-agent": agent,
  } = headers;
  return { authorization, cookie, key, anything, language, host, accept, agent };
}

const all = {
  authorization: "Bearer CANARY-token",
  cookie: "session=CANARY-cookie",
  key: "CANARY-key",
  anything: "CANARY-anything",
  language: "de",
  host: "other.uptimemon.test",
  accept: "text/html",
  agent: "tester/1",
};

/** What is left of them for another origin. */
function rest(host: string): unknown {
  return {
    authorization: undefined,
    cookie: undefined,
    key: undefined,
    anything: undefined,
    language: undefined,
    host,
    accept: "text/html",
    agent: "tester/1",
  };
}

test("a redirect within the origin keeps every header", async (t) => {
  const server = await startLeading(t, () => ({ "/start": "/end" }));
  const run = await runAction({ uris: `${server.origin}/start`, headers });
  assert.equal(run.code, 0);
  assert.deepEqual(server.requests.map(own), [all, all]);
});

test("a redirect to another port loses every header but User-Agent and Accept, for good: also when it leads back", async (t) => {
  const other = await startLeading(t, () => ({ "/there": `${server.origin}/back` }));
  const server: TestServer = await startLeading(t, () => ({ "/start": `${other.origin}/there`, "/back": "/end" }));
  const run = await runAction({ uris: `${server.origin}/start\n${server.origin}/again`, headers });
  assert.equal(run.code, 0);
  const host = `127.0.0.1:${server.port}`;
  assert.deepEqual(
    server.requests.map(({ url }) => url),
    ["/start", "/back", "/end", "/again"],
  );
  // The next check starts with all of them again.
  assert.deepEqual(server.requests.map(own), [all, rest(host), rest(host), all]);
  assert.deepEqual(other.requests.map(own), [rest(`127.0.0.1:${other.port}`)]);
  assertCounted(run, tallyOf(server), tallyOf(other));
});

test("so does a redirect to another scheme", async (t) => {
  const secure = await startLeading(t, () => ({}), "server");
  const plain = await startLeading(t, () => ({ "/start": `${secure.origin}/end` }));
  const run = await runAction({ uris: `${plain.origin}/start`, headers });
  assert.equal(run.code, 0);
  assert.deepEqual(secure.requests.map(own), [rest(`127.0.0.1:${secure.port}`)]);
});

test("so does a redirect to another name of the same server", async (t) => {
  const server: TestServer = await startLeading(t, () => ({ "/start": `http://localhost:${server.port}/end` }));
  const run = await runAction({ uris: `${server.origin}/start`, headers });
  assert.equal(run.code, 0);
  assert.deepEqual(server.requests.map(own), [all, rest(`localhost:${server.port}`)]);
  assertCounted(run, { connections: 2, reused: 0 });
});

test("the default port, written out, is the same origin", async (t) => {
  const proxy = await startLeading(t, () => ({
    "http://site.uptimemon.test/start": "http://site.uptimemon.test:80/end",
  }));
  const run = await runAction(
    { uris: "http://site.uptimemon.test/start", headers },
    { env: { HTTP_PROXY: proxy.origin } },
  );
  assert.equal(run.code, 0);
  assert.deepEqual(proxy.requests.map(own), [all, all]);
});

test("user:password@ of the list goes along within the origin, and is lost with it", async (t) => {
  const other = await startLeading(t, () => ({ "/there": `${server.origin}/back` }));
  const server: TestServer = await startLeading(t, () => ({ "/start": "/same", "/same": `${other.origin}/there` }));
  const run = await runAction({ uris: `http://user:CANARY-password@127.0.0.1:${server.port}/start` });
  assert.equal(run.code, 0);
  const basic = `Basic ${Buffer.from("user:CANARY-password").toString("base64")}`;
  assert.deepEqual(
    server.requests.map(({ headers }) => headers.authorization),
    [basic, basic, undefined],
  );
  assert.deepEqual(
    other.requests.map(({ headers }) => headers.authorization),
    [undefined],
  );
  assert.ok(!shown(run).includes("CANARY"));
});

test("user info in a Location is neither sent nor shown, whether it is followed or not", async (t) => {
  const userinfo = "CANARY-user:CANARY-p%40ss@";
  const secure: TestServer = await startLeading(
    t,
    () => ({ "/start": `http://${userinfo}127.0.0.1:${server.port}/end` }),
    "server",
  );
  const server: TestServer = await startLeading(t, () => ({
    "/start": `http://${userinfo}127.0.0.1:${server.port}/end`,
    "/relative": `//${userinfo}127.0.0.1:${server.port}/end`,
    "/loop": `http://${userinfo}127.0.0.1:${server.port}/loop`,
    "/mail": "mailto:CANARY-user@127.0.0.1",
    "/invalid": `http://${userinfo}127.0.0.1:port/`,
  }));
  const paths = ["/start", "/relative", "/loop", "/mail", "/invalid"];
  const run = await runAction({
    uris: [...paths.map((path) => server.origin + path), `${secure.origin}/start`].join("\n"),
  });
  const unfollowed = await runAction({
    uris: paths.map((path) => server.origin + path).join("\n"),
    "max-redirects": "0",
  });
  assert.deepEqual(
    run.results.map(({ state }) => state),
    ["OK", "OK", "ERR", "ERR", "ERR", "ERR"],
  );
  assert.ok(server.requests.every(({ headers }) => headers.authorization === undefined));
  for (const text of [shown(run), shown(unfollowed)]) assert.ok(!text.includes("CANARY"));
});

/** Credentials, and how a server that was sent them may put them into an address. */
const echoes: readonly { name: string; credentials: string; echo: (authorization: string) => string }[] = [
  { name: "the header", credentials: "user:CANARY-pass", echo: (authorization) => authorization },
  { name: "the Base64", credentials: "user:CANARY-pass", echo: (authorization) => authorization.slice(6) },
  {
    name: "Base64 with =, encoded",
    credentials: "user:CANARY-pass1",
    echo: (authorization) => encodeURIComponent(authorization.slice(6)),
  },
  {
    name: "Base64 with + and /, encoded",
    credentials: "user:CANARY~~~%3F%3F%3F>>>",
    echo: (authorization) => encodeURIComponent(authorization.slice(6)),
  },
  { name: "the password", credentials: "user:CANARY-pass", echo: decode },
  { name: "a password with a space", credentials: "user:CANARY%20pass", echo: decode },
  { name: "a password with quotes and brackets", credentials: 'user:CANARY"<pass>', echo: decode },
  {
    name: "a password in other letters",
    credentials: "user:CANARY-gr%c3%bcn",
    echo: (authorization) => encodeURIComponent(decode(authorization)),
  },
  {
    name: "a password, encoded",
    credentials: "user:CANARY%40%2fpass",
    echo: (authorization) => encodeURIComponent(decode(authorization)),
  },
];

function decode(authorization: string): string {
  return Buffer.from(authorization.slice(6), "base64")
    .toString("utf8")
    .replace(/^user:/, "");
}

test("a secret that the server puts into a Location is shown nowhere, in whatever encoding", async (t) => {
  const server = await startServer(t, (request, answer) => {
    const [, index] = /^\/start\/(\d+)$/.exec(request.url ?? "") ?? [];
    const secret = echoes[Number(index ?? -1)]?.echo(request.headers.authorization ?? "");
    if (secret === undefined) return answer.end("ok");
    const location = `/end/${secret}?key=${secret}#${secret}`;
    return answer.writeHead(302, { Location: Buffer.from(location, "utf8").toString("latin1") }).end();
  });
  const run = await runAction({
    uris: echoes
      .map(({ credentials }, index) => `http://${credentials}@127.0.0.1:${server.port}/start/${index}`)
      .join("\n"),
  });
  assert.deepEqual([run.code, run.results.every(({ redirects }) => redirects.length === 1)], [0, true]);
  const decoded = (line: string): string => decodeURIComponent(line.replace(/%(?![0-9a-f]{2})/gi, "%25"));
  for (const { name, credentials } of echoes) {
    const secrets = ["CANARY", Buffer.from(decodeURIComponent(credentials), "utf8").toString("base64")];
    const telling = shown(run)
      .split("\n")
      .filter((line) => secrets.some((secret) => line.includes(secret) || decoded(line).includes(secret)));
    assert.deepEqual(telling, [], name);
  }
});

const values = {
  "X-Anything": "CANARY-value+with/all=?",
  "x-vercel-protection-bypass": "CANARYbypass",
  "CF-Access-Client-Id": "CANARY.access",
  "X-Latin": "CANARY-\u00fc\u00e9",
  "X-Hex": "dec0ded0CANARY",
  "X-Blank": "CANARY two words",
  "X-Encoded": "CANARY%2Fvalue%20x",
  "X-Backslash": "CANARY\\\\value",
} as const;

const twice = (text: string): string => encodeURIComponent(encodeURIComponent(text));
const base64 = (text: string, encoding: "utf8" | "latin1" = "utf8"): string =>
  Buffer.from(text, encoding).toString("base64");

/** As PHP writes it. */
const inJson = (value: string): string =>
  JSON.stringify({ value })
    .replaceAll("/", "\\/")
    .replace(/[^ -~]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** How a server can put what it was sent into an address. */
const encodings: Readonly<Record<string, (value: string) => string>> = {
  "as it is": (value) => encodeURI(value).replace(/[?#]/g, encodeURIComponent),
  encoded: encodeURIComponent,
  "encoded twice": twice,
  "encoded four times": (value) => twice(twice(value)),
  "in lower case": (value) => twice(value).toLowerCase(),
  "every byte encoded": (value) => Buffer.from(value).toString("hex").replace(/../g, "%$&"),
  "every byte of Latin-1 encoded": (value) => Buffer.from(value, "latin1").toString("hex").replace(/../g, "%$&"),
  "as a form": (value) => new URLSearchParams({ value }).toString(),
  "behind a percent sign": (value) => `%25${encodeURIComponent(value)}`,
  "in Base64": (value) => base64(value),
  "in Base64, encoded": (value) => encodeURIComponent(base64(value)),
  "in Base64 without padding": (value) => base64(value).replace(/=+$/, ""),
  "in Base64 of Latin-1": (value) => encodeURIComponent(base64(value, "latin1")),
  "in base64url": (value) => Buffer.from(value).toString("base64url"),
  "in base64url of JSON": (value) => Buffer.from(`{"a":"${value}","b":1}`).toString("base64url"),
  "in Base64 behind one byte": (value) => encodeURIComponent(base64(`:${value}`)),
  "in Base64 behind two bytes, encoded twice": (value) => twice(base64(`::${value}::`)),
  "in Base64 twice": (value) => encodeURIComponent(base64(base64(value))),
  "in Base64 three times, without padding": (value) => base64(base64(base64(value))).replace(/=+$/, ""),
  "encoded, then in Base64": (value) => base64(encodeURIComponent(value)).replace(/=+$/, ""),
  "encoded in an address in base64url of JSON": (value) =>
    Buffer.from(JSON.stringify({ next: `https://a.example/?k=${encodeURIComponent(value)}` })).toString("base64url"),
  "in JSON with its slashes and other characters escaped": (value) => encodeURIComponent(inJson(value)),
  "in base64url of such JSON": (value) => Buffer.from(inJson(value)).toString("base64url"),
  "in hexadecimal": (value) => Buffer.from(value).toString("hex"),
  "in hexadecimal of Latin-1, in capitals": (value) => Buffer.from(value, "latin1").toString("hex").toUpperCase(),
  "in hexadecimal of Base64": (value) => Buffer.from(base64(value)).toString("hex"),
};

for (const [name, encode] of Object.entries(encodings)) {
  test(`a value of headers that a server puts into a Location is shown nowhere, whatever its header is called: ${name}`, async (t) => {
    const names = Object.keys(values);
    const server = await startServer(t, (request, answer) => {
      const header = names[Number(/^\/(\d+)$/.exec(request.url ?? "")?.[1] ?? -1)];
      if (header === undefined) return answer.end("ok");
      const value = String(request.headers[header.toLowerCase()]);
      return answer.writeHead(302, { Location: `/end?state=${encode(value)}` }).end();
    });
    const inputs = {
      uris: names.map((_, index) => `${server.origin}/${index}`).join("\n"),
      headers: Object.entries(values)
        .map((pair) => pair.join(": "))
        .join("\n"),
    };
    for (const limit of ["10", "0"]) {
      const run = await runAction({ ...inputs, "max-redirects": limit });
      assert.equal(run.results.length, names.length);
      for (const [index, { redirects }] of run.results.entries()) {
        const expected = limit === "10" ? [`${server.origin}/***`] : [];
        assert.deepEqual(redirects, expected, names[index]);
      }
      assert.doesNotMatch(shown(run), /CANARY|state=/i);
    }
    // It is followed as it stands all the same.
    assert.equal(server.requests.filter(({ url }) => url.startsWith("/end?state=")).length, names.length);
  });
}

test("the Base64 form of a short password is hidden without its padding, and in base64url", async (t) => {
  const server = await startServer(t, (request, answer) => {
    if (!request.url?.startsWith("/start")) return answer.end("ok");
    const sent = String(request.headers.authorization).slice("Basic ".length).replace(/=+$/, "");
    const echo =
      request.url === "/start" ? encodeURIComponent(sent) : Buffer.from(sent, "base64").toString("base64url");
    return answer.writeHead(302, { Location: `/end?state=${echo}` }).end();
  });
  // With padding, and with a character that the two alphabets write differently.
  const uris = ["ann:Pa5s", "ann:a%3E%3F%3E"].flatMap((pair) =>
    ["/start", "/start-url"].map((path) => `http://${pair}@127.0.0.1:${server.port}${path}`),
  );
  const run = await runAction({ uris: uris.join("\n") });
  assert.deepEqual(
    run.results.map(({ redirects }) => redirects),
    uris.map(() => [`${server.origin}/***`]),
  );
});

test("a value in the name of a host is hidden in its Punycode too", () => {
  const url = new URL(`https://${"CANARY-\u00fc-value".toLowerCase()}.example/`);
  assert.match(url.hostname, /^xn--/);
  assert.equal(new Echoes(["CANARY-\u00fc-value"], null).hide(url.href), "***");
});

test("long addresses that hold no secret are shown, however they are made up", () => {
  const random = Buffer.from(Array.from({ length: 3000 }, (_, index) => (index * index * 31 + index * 7) % 256));
  for (const state of [random.toString("base64url"), random.toString("hex"), "A".repeat(8000), "%2541".repeat(1000)]) {
    const address = `https://a.example/login/callback?state=${state}`;
    assert.equal(new Echoes(["CANARY-value", "p4ss"], null).hide(address), address);
  }
});

test("an address that stays encoded round after round is not shown, and takes no time", async (t) => {
  const server = await startServer(t, (request, answer) => {
    const depth = request.url === "/deep" ? 100 : 7000;
    if (request.url?.startsWith("/end")) return answer.end("ok");
    return answer.writeHead(302, { Location: `/end/${"%25".repeat(1)}${"25".repeat(depth)}41` }).end();
  });
  const run = await runAction({ uris: `${server.origin}/deep\n${server.origin}/deeper`, headers: "X-Key: CANARY-key" });
  assert.deepEqual(
    run.results.map(({ redirects }) => redirects),
    [[`${server.origin}/***`], [`${server.origin}/***`]],
  );
  assert.ok(run.ms < 5000, `${run.ms} ms`);
});

test("an address without anything that was sent is shown as it is, also where a short or harmless value is in it", async (t) => {
  const server: TestServer = await startServer(t, (request, answer) => {
    if (request.url !== "/start") return answer.end("ok");
    return answer.writeHead(302, { Location: "/de/text/html/my-agent/1.0/%25C3%25BC?lang=de&page=abc%2Fdef" }).end();
  });
  const run = await runAction({
    uris: `${server.origin}/start`,
    headers: `Accept: text/html\nUser-Agent: my-agent/1.0\nAccept-Language: de\nX-Page: abc/def\nReferer: ${server.origin}/`,
  });
  assert.deepEqual(run.results[0]?.redirects, [
    `${server.origin}/de/text/html/my-agent/1.0/%25C3%25BC?lang=de&page=abc%2Fdef`,
  ]);
});
