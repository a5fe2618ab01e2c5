import http from "node:http";
import net, { type AddressInfo, type Socket } from "node:net";
import type { TestContext } from "node:test";

/** A proxy that counts its tunnels. Whatever name a CONNECT asks for, it leads to that port of 127.0.0.1. */
export interface Tunnel {
  /** For HTTPS_PROXY. */
  readonly address: string;
  /** TCP connections accepted so far. */
  readonly connections: number;
  /** The authorities that CONNECT requests asked for, in order. */
  readonly asked: readonly string[];
}

/** Starts a CONNECT proxy that passes on what either side does: bytes, FIN and RST. Closed after the test. `delayMs`: how long it takes to open a tunnel. */
export async function startTunnel(t: TestContext, { delayMs = 0 } = {}): Promise<Tunnel> {
  const asked: string[] = [];
  const open = new Set<Socket>();
  let connections = 0;
  const server = http.createServer();
  server.on("connection", (socket) => {
    connections += 1;
    open.add(socket);
    socket.on("error", () => {}).on("close", () => open.delete(socket));
  });
  server.on("connect", (request, client: Socket) => {
    asked.push(request.url ?? "");
    const site = net.connect(Number(request.url?.split(":")[1]), "127.0.0.1", () => {
      setTimeout(() => {
        client.write("HTTP/1.1 200 Connection established\r\n\r\n");
        site.pipe(client).pipe(site);
      }, delayMs);
    });
    open.add(site);
    // A socket that is being shut down cannot be reset any more: Node would never let go of it.
    site
      .on("error", () => (client.writableEnded ? client.destroy() : client.resetAndDestroy()))
      .on("close", () => open.delete(site));
    client.on("close", () => site.destroy());
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  t.after(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get connections() {
      return connections;
    },
    asked,
  };
}
