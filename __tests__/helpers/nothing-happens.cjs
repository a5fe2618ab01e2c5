// Loaded into the action's process with --require: no connection is ever opened or refused, and no timer fires, so that
// the promises of the checks stay open while nothing keeps the process.
require("node:net").Socket.prototype.connect = function connect() {
  return this;
};
globalThis.setTimeout = () => undefined;
