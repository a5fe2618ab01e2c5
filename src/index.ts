import { run } from "./run.ts";

const cancellation = new AbortController();
process.once("SIGINT", () => cancellation.abort());
process.once("SIGTERM", () => cancellation.abort());
void run(cancellation.signal);
