// Loaded into the action's process with --require: watches it from outside and writes what it saw as JSON to the file
// that OBSERVED names, at the end. With --expose-gc it measures the heap at the requests whose numbers HEAP_AT lists.
const { subscribe } = require("node:diagnostics_channel");
const { writeFileSync } = require("node:fs");

const sockets = [];
const heapBytes = {};
const heapAt = new Set((process.env.HEAP_AT ?? "").split(",").filter(Boolean).map(Number));
let requests = 0;

// https://nodejs.org/api/diagnostics_channel.html#built-in-channels
if (heapAt.size === 0) subscribe("net.client.socket", ({ socket }) => sockets.push(socket));
subscribe("http.client.request.start", () => {
  requests += 1;
  if (!heapAt.has(requests)) return;
  globalThis.gc();
  heapBytes[requests] = process.memoryUsage().heapUsed;
});
process.once("exit", () => {
  writeFileSync(
    process.env.OBSERVED,
    JSON.stringify({
      bytesRead: sockets.map(({ bytesRead }) => bytesRead),
      heapBytes,
      peakMebibytes: process.resourceUsage().maxRSS / 1024,
    }),
  );
});
