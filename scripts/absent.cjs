// Stands in dist/ for what @actions/core and @actions/http-client import and this action never calls: see
// scripts/bundle.mjs. To be imported costs nothing; to be called is an error.
const absent = (name) =>
  new Proxy(() => {}, {
    get: (_, key) => (typeof key === "symbol" || key === "__esModule" ? undefined : absent(key)),
    apply: () => refuse(name),
    construct: () => refuse(name),
  });

function refuse(name) {
  throw new Error(`${name} is not part of this bundle: see scripts/bundle.mjs`);
}

module.exports = absent("this module");
