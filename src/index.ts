import { setMaxListeners } from "node:events";
import * as core from "@actions/core";
import { run } from "./run.ts";

// A lookup that hangs in the system's resolver holds one of these threads until it gives up, and there are only 4 by
// default: https://nodejs.org/api/cli.html#uv_threadpool_sizesize
process.env["UV_THREADPOOL_SIZE"] ??= "64";

const cancellation = new AbortController();
// Every check in flight listens.
setMaxListeners(0, cancellation.signal);
process.once("SIGINT", () => cancellation.abort());
process.once("SIGTERM", () => cancellation.abort());

let isOver = false;
// Node ends without a word, and with 0, when a promise is left that nothing will settle.
process.once("exit", () => {
  if (!isOver) core.setFailed("uptimemon ended before every result was in, which is a bug");
});
void run(cancellation.signal).then(() => {
  isOver = true;
});
