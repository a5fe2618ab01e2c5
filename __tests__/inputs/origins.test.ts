import assert from "node:assert/strict";
import { test } from "node:test";
import { hostOf, originOf } from "../../src/origin.ts";

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
