import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { messages, runAction } from "../helpers/action.ts";
import { type Certificate, startServer } from "../helpers/server.ts";

const authority = fileURLToPath(new URL("../fixtures/weak-ca.pem", import.meta.url));
const weak: readonly (readonly [tls: Certificate, words: string])[] = [
  ["sha-1", "the certificate is signed with a digest that is too weak (MD_TOO_WEAK)"],
  ["short-key", "a key in the certificate's chain is too short (KEY_TOO_SMALL)"],
];

for (const [tls, words] of weak) {
  test(`a certificate that OpenSSL finds too weak is refused in words: ${tls}`, async (t) => {
    const server = await startServer(t, undefined, { tls, tlsOptions: { ciphers: "DEFAULT:@SECLEVEL=0" } });
    const run = await runAction({ uris: server.origin }, { env: { NODE_EXTRA_CA_CERTS: authority } });
    assert.deepEqual([messages(run), server.requests.length], [[words], 0]);
  });
}
