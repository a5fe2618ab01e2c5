// A process of its own for one hostile body, so that its memory can be measured: `node read-hostile.ts READER NAME`.
import { Search } from "../../src/check/search.ts";
import { SitemapReader } from "../../src/check/sitemap.ts";
import { type HostileBody, hostileBodies } from "./hostile.ts";

const mebibyte = 1024 * 1024;

async function readSitemap({ coding, chunks }: HostileBody): Promise<unknown> {
  const reader = new SitemapReader({ "content-encoding": coding });
  for (const chunk of chunks()) {
    await reader.read(chunk);
    if (!reader.wantsMore) break;
  }
  return reader.end();
}

/** As far as the session reads a body: until more than 1 MiB of it was sent. */
async function search({ coding, chunks }: HostileBody): Promise<unknown> {
  const reader = new Search({ text: "text", unwanted: true }, { "content-encoding": coding });
  let length = 0;
  for (const chunk of chunks()) {
    await reader.read(chunk);
    length += chunk.length;
    if (length > mebibyte) break;
  }
  return reader.end();
}

/** As where an attempt is over in the middle of a body: nobody asks how it ends. */
async function giveUp({ coding, chunks }: HostileBody): Promise<null> {
  const reader = new Search({ text: "text", unwanted: true }, { "content-encoding": coding });
  let count = 0;
  for (const chunk of chunks()) {
    await reader.read(chunk);
    count += 1;
    if (count === 3) break;
  }
  return null;
}

const readers: Readonly<Record<string, (body: HostileBody) => Promise<unknown>>> = {
  sitemap: readSitemap,
  search,
  "given up": giveUp,
};
const [reader = "", name = ""] = process.argv.slice(2);
const body = hostileBodies[name];
const read = readers[reader];
if (body === undefined || read === undefined) throw new Error(`no ${reader} of ${name}`);
const startedAt = performance.now();
const found = await read(body);
const ms = performance.now() - startedAt;
process.stdout.write(JSON.stringify({ found, ms, mebibytes: process.resourceUsage().maxRSS / 1024 }));
