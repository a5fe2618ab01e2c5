// A process of its own: hands bytes on to the port it is told, as a link with 20 ms of round-trip time would.
import { once } from "node:events";
import net from "node:net";

const oneWayMs = 10;
const roundTripMs = 2 * oneWayMs;

const server = net.createServer({ allowHalfOpen: true, noDelay: true }, (near) => {
  const far = net.connect({ host: "127.0.0.1", port: Number(process.argv[2]), allowHalfOpen: true, noDelay: true });
  // On loopback TCP's handshake takes no time. On the link the client would have waited a round trip for it, before
  // all that it did since: so its first bytes, and what follows them, come that much later.
  pass(near, far, roundTripMs);
  pass(far, near, 0);
});
await once(server.listen(0, "127.0.0.1"), "listening");
process.send([server.address().port]);

/** Hands on each chunk, and the end, in order and `oneWayMs` after it came; but nothing before `handshakeMs` after the first came. */
function pass(from, to, handshakeMs) {
  const queue = [];
  let opensAt = null;
  const handOn = () => {
    const waitMs = queue[0].dueAt - performance.now();
    // A timer is up to a millisecond late, a tenth of the way: so the last bit is waited out in turns of the event loop.
    if (waitMs > 2) return setTimeout(handOn, waitMs - 2);
    if (waitMs > 0) return setImmediate(handOn);
    queue.shift().act();
    if (queue.length > 0) handOn();
  };
  const later = (act) => {
    const cameAt = performance.now();
    opensAt ??= cameAt + handshakeMs;
    queue.push({ act, dueAt: Math.max(cameAt, opensAt) + oneWayMs });
    if (queue.length === 1) handOn();
  };
  from.on("data", (chunk) => later(() => to.write(chunk)));
  from.on("end", () => later(() => to.end()));
  from.on("error", () => to.destroy());
}
// Without the bench there is nobody to serve.
process.on("disconnect", () => process.exit());
