// Stands in dist/ for the modules that scripts/bundle.mjs keeps out. Importing it costs nothing; calling any of it throws.
const keptOut = (name) =>
  new Proxy(class {}, {
    get: (_, key) => (typeof key === "symbol" || key === "__esModule" ? undefined : keptOut(key)),
    apply: () => refuse(name),
    construct: () => refuse(name),
  });

function refuse(name) {
  throw new Error(`${name} is kept out of this bundle: see scripts/bundle.mjs`);
}

module.exports = keptOut("this module");
