import { once } from "node:events";
import net from "node:net";
import type { TestContext } from "node:test";
import { Worker } from "node:worker_threads";

// Listens with room for two connections that nobody accepts, and then stands still.
const listener = `
  const { parentPort } = require("node:worker_threads");
  const server = require("node:net").createServer().listen({ port: 0, host: "127.0.0.1", backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  });
`;

/** A port of 127.0.0.1 on which connecting takes for ever: Linux drops what would be a third connection. Closed after the test. */
export async function deafPort(t: TestContext): Promise<number> {
  const worker = new Worker(listener, { eval: true });
  t.after(() => worker.terminate());
  const [port] = (await once(worker, "message")) as [number];
  for (let room = 2; room > 0; room -= 1) {
    const socket = net.connect(port, "127.0.0.1");
    socket.on("error", () => {});
    t.after(() => socket.destroy());
    await once(socket, "connect");
  }
  return port;
}
