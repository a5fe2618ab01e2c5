import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOf, hostOf, originOf } from "../../src/origin.ts";

test("origin and host of an address are what the URL standard says", () => {
  for (const scheme of ["http", "https", "HTTP"]) {
    for (const host of [
      "a",
      "EXAMPLE.org",
      "example.org.",
      "127.1",
      "[::1]",
      "b\u00fccher.example",
      "a:80",
      "a:443",
      "a:8080",
      "[::1]:8443",
    ]) {
      for (const path of ["", "/", "?q=//b/c", "#//b/c", "//c/d", "/a b"]) {
        const url = new URL(`${scheme}://${host}${path}`);
        assert.deepEqual([originOf(url.href), hostOf(url.href)], [url.origin, url.host], url.href);
      }
    }
  }
});

test("the address of a URL is its href without credentials", () => {
  for (const userinfo of ["", "ann@", "ann:pw@", ":pw@", ":@", "@", "a%40b:c%2Fd@", "a@b:c@d@"]) {
    for (const rest of ["a.example", "[::1]:8443/x", "a.example/@x", "a.example/?q=@y#@z", "a.example?@"]) {
      const url = new URL(`https://${userinfo}${rest}`);
      const expected = new URL(`https://${rest}`);
      assert.equal(addressOf(url), expected.href, url.href);
    }
  }
});
