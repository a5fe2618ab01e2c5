import { spawn } from "node:child_process";
import { once } from "node:events";
import { accessSync, constants } from "node:fs";
import net from "node:net";
import { delimiter, join } from "node:path";
import type { TestContext } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { startRaw, type TestServer } from "./server.ts";

/** Where a program is installed; null where it is not. */
export function findProgram(name: string): string | null {
  // Debian has servers in a folder that not every user has in the PATH.
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin", "/usr/lib/squid"];
  for (const folder of folders) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {}
  }
  return null;
}

/** Starts a program in the foreground and waits until it accepts connections on a port of 127.0.0.1. It is ended after the test. */
export async function startProgram(
  t: TestContext,
  path: string,
  { args, port }: { args: readonly string[]; port: number },
): Promise<void> {
  const child = spawn(path, args, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      said += chunk;
    });
  }
  const exited = once(child, "exit");
  t.after(async () => {
    child.kill("SIGKILL");
    await exited;
  });
  while (!(await accepts(port))) {
    if (child.exitCode !== null) throw new Error(`${path} ended with ${child.exitCode}:\n${said}`);
    await pause(20);
  }
}

async function accepts(port: number): Promise<boolean> {
  const socket = net.connect(port, "127.0.0.1");
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** Stands in front of a port of 127.0.0.1, passes everything on, and counts the connections. */
export function startRelay(t: TestContext, port: number): Promise<TestServer> {
  return startRaw(t, (client) => {
    const server = net.connect(port, "127.0.0.1");
    server.on("error", () => client.destroy());
    client.on("close", () => server.destroy());
    client.pipe(server).pipe(client);
  });
}
