// Preloaded: stands in for the bundle's kept-out.cjs, and says on standard error how often it was loaded and what of it
// was called.
const Module = require("node:module");

const load = Module._load;
const calls = [];
let loaded = 0;

const watched = (name) =>
  new Proxy(class {}, {
    get: (_, key) => (typeof key === "symbol" || key === "__esModule" ? undefined : watched(`${name}.${key}`)),
    apply: () => calls.push(name),
    construct: () => {
      calls.push(`new ${name}`);
      return {};
    },
  });

Module._load = function loadUnlessKeptOut(request, ...rest) {
  if (!/kept-out\.cjs$/.test(request)) return load.call(this, request, ...rest);
  loaded += 1;
  return watched("keptOut");
};

process.once("exit", () => process.stderr.write(JSON.stringify({ loaded, calls })));
