import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "../helpers/action.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** `gh` as far as a release needs it: writes releases down, and sets refs in the repository that stands in for GitHub's. */
const gh = `#!/usr/bin/env bash
set -euo pipefail
release=$RELEASES/\${3:-}
case "$1 $2" in
  "release view") [ -e "$release" ] ;;
  "release create") printf '%s ' "\${@:4}" > "$release" ;;
  "api --silent")
    for word in "$@"; do
      case $word in
        sha=*) sha=\${word#sha=} ;;
        ref=*) ref=\${word#ref=} ;;
        repos/octo/site/git/refs/*) ref=\${word#repos/octo/site/git/} ;;
      esac
    done
    # PATCH moves a ref that is there; POST makes one.
    if [ "$3" = -X ]; then git --git-dir="$ORIGIN" rev-parse --quiet --verify "$ref" >/dev/null; fi
    git --git-dir="$ORIGIN" update-ref "$ref" "$sha" ;;
  *) exit 1 ;;
esac
`;

const changelog = `# Changelog

## [Unreleased]

## [10.0.0] - 2027-05-01

- Ten.

## [2.0.0] - 2027-02-01

- Two.

## [1.10.1] - 2027-01-03

- Another fix.

## [1.10.0] - 2027-01-02

- More.

## [1.9.0] - 2027-01-01

- Some.

## [1.1.0] - 2026-12-01

### Added

- Sitemaps.

## [1.0.1] - 2026-12-02

- A fix.

## [1.0.0] - 2026-11-22

- All of it.

[Unreleased]: https://example.com/compare/v1.1.0...HEAD
[1.0.0]: https://example.com/v1.0.0
`;

interface Repository {
  /** Commits, tags the commit and pushes the tag; returns the commit's SHA. */
  tag(name: string, kind?: "light" | "annotated"): string;
  /** Releases a tag, and returns what the script said. */
  release(name: string): { readonly code: number | null; readonly said: string };
  /** Where a tag leads on the server; null where there is none. */
  at(tag: string): string | null;
  /** The arguments and the notes of a release; null where there is none. */
  released(tag: string): string | null;
  printNotes(tag: string): { readonly code: number | null; readonly said: string };
}

function startRepository(t: TestContext): Repository {
  const folder = temporaryFolder(t);
  const make = (name: string): string => {
    mkdirSync(join(folder, name));
    return join(folder, name);
  };
  const [origin, clone, programs, releases] = [make("origin"), make("clone"), make("programs"), make("releases")];
  const git = (...words: string[]): string =>
    execFileSync("git", ["-c", "user.name=test", "-c", "user.email=test@example.com", "-C", clone, ...words], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      // Without the settings of whoever runs the tests.
      env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null" },
    }).trim();
  execFileSync("git", ["init", "--quiet", "--bare", origin]);
  git("init", "--quiet", "--initial-branch=main");
  git("remote", "add", "origin", origin);
  for (const name of ["release", "release-notes"]) cpSync(join(root, ".ci", name), join(clone, ".ci", name));
  writeFileSync(join(clone, "CHANGELOG.md"), changelog);
  writeFileSync(join(programs, "gh"), gh);
  chmodSync(join(programs, "gh"), 0o755);
  const env = {
    PATH: [programs, process.env["PATH"]].join(delimiter),
    GITHUB_REPOSITORY: "octo/site",
    ORIGIN: origin,
    RELEASES: releases,
  };
  const start = (name: string, tag: string): { code: number | null; said: string } => {
    const { status, stdout, stderr } = spawnSync(join(clone, ".ci", name), [tag], { env, encoding: "utf8" });
    return { code: status, said: stdout + stderr };
  };
  return {
    tag: (name, kind = "light") => {
      git("commit", "--quiet", "--allow-empty", `--message=${name}`);
      git("tag", ...(kind === "annotated" ? ["--annotate", "--message=a release"] : []), name);
      git("push", "--quiet", "origin", name);
      return git("rev-parse", "HEAD");
    },
    release: (name) => start("release", name),
    printNotes: (name) => start("release-notes", name),
    at: (tag) => {
      const words = ["-C", origin, "rev-parse", "--quiet", "--verify", `refs/tags/${tag}`];
      return spawnSync("git", words, { encoding: "utf8" }).stdout.trim() || null;
    },
    released: (tag) => (existsSync(join(releases, tag)) ? readFileSync(join(releases, tag), "utf8") : null),
  };
}

/** The scripts are bash's, for a runner with Linux. */
function releaseTest(name: string, body: (t: TestContext) => void): void {
  test(name, { skip: process.platform === "win32" && "the release scripts run on Linux" }, body);
}

releaseTest("a release carries the changelog's entry, and the major tag moves to its commit", (t) => {
  const { tag, release, released, at } = startRepository(t);
  const first = tag("v1.0.0");
  assert.equal(release("v1.0.0").code, 0);
  assert.equal(at("v1"), first);
  const second = tag("v1.1.0", "annotated");
  assert.equal(release("v1.1.0").code, 0);
  assert.equal(at("v1"), second);
  assert.notEqual(at("v1.1.0"), second, "an annotated tag is an object of its own");
  assert.equal(released("v1.1.0"), "--verify-tag --title v1.1.0 --latest=true --notes ### Added\n\n- Sitemaps. ");
});

releaseTest("a fix of an older version takes neither the major tag nor `latest` back", (t) => {
  const { tag, release, released, at } = startRepository(t);
  tag("v1.0.0");
  const newest = tag("v1.1.0");
  assert.equal(release("v1.1.0").code, 0);
  tag("v1.0.1");
  const { code, said } = release("v1.0.1");
  assert.deepEqual({ code, said }, { code: 0, said: "v1 stays where it is: v1.1.0 is newer than v1.0.1\n" });
  assert.equal(at("v1"), newest);
  assert.match(released("v1.0.1") ?? "", /--latest=false --notes - A fix\. $/);
});

releaseTest("versions are compared as numbers, each major by itself", (t) => {
  const { tag, release, at } = startRepository(t);
  const changes = ["v1.9.0", "v1.10.0", "v2.0.0", "v1.10.1", "v10.0.0"];
  const commits = changes.map((name) => tag(name));
  for (const name of changes) assert.equal(release(name).code, 0, name);
  assert.deepEqual([at("v1"), at("v2"), at("v10")], [commits[3], commits[2], commits[4]]);
});

releaseTest("a release that was broken off can be run again", (t) => {
  const { tag, release, released, at } = startRepository(t);
  const commit = tag("v1.0.0");
  assert.equal(release("v1.0.0").code, 0);
  const before = released("v1.0.0");
  assert.equal(release("v1.0.0").code, 0);
  assert.deepEqual([released("v1.0.0"), at("v1")], [before, commit]);
});

releaseTest("a version without an entry in the changelog is not released", (t) => {
  const { tag, release, released, at, printNotes } = startRepository(t);
  tag("v1.0.2");
  assert.notEqual(release("v1.0.2").code, 0);
  assert.deepEqual([released("v1.0.2"), at("v1")], [null, null]);
  for (const name of ["v1.0.2", "v1.0", "vUnreleased"]) {
    const { code, said } = printNotes(name);
    assert.deepEqual({ code, said }, { code: 1, said: `CHANGELOG.md has no entry for ${name.slice(1)}\n` });
  }
});

releaseTest("the notes of the oldest version end before the links at the end of the changelog", (t) => {
  const { printNotes } = startRepository(t);
  assert.deepEqual(printNotes("v1.0.0"), { code: 0, said: "- All of it.\n" });
});
