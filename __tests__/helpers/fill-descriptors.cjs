// Loaded into the action's process with --require: when KEPT connections are open, all descriptors but SPARE are taken; with
// 0, when the first one is to be opened.
const fs = require("node:fs");
const net = require("node:net");
const os = require("node:os");

const { connect } = net.Socket.prototype;
const kept = Number(process.env.KEPT);
let begun = 0;
net.Socket.prototype.connect = function counted(...given) {
  if (kept === 0 && begun === 0) fill();
  begun += 1;
  if (begun === kept) this.once("connect", fill);
  return Reflect.apply(connect, this, given);
};

function fill() {
  const taken = [];
  try {
    for (;;) taken.push(fs.openSync(os.devNull));
  } catch {
    for (const descriptor of taken.slice(0, Number(process.env.SPARE))) fs.closeSync(descriptor);
  }
}
