import { fail, run } from "./run.ts";

const cancellation = new AbortController();
// Several signals in a row are one cancellation. A runner on Windows sends SIGINT, then SIGBREAK.
for (const signal of ["SIGINT", "SIGBREAK", "SIGTERM"]) process.on(signal, () => cancellation.abort());
// A log that cannot be written, with its reader gone or its disk full, costs neither the verdict nor the files.
process.stdout.on("error", () => {});
run(cancellation.signal)
  .catch(fail)
  // Sockets that are being closed can still emit errors.
  .finally(() => process.once("uncaughtException", fail));
