// Stands in dist/ for what @actions/core and @actions/http-client import and this action never calls: see
// scripts/bundle.mjs. To be imported costs nothing; to be used is an error.
module.exports = new Proxy(
  {},
  {
    get(_, name) {
      if (typeof name === "symbol" || name === "__esModule") return undefined;
      throw new Error(`${name} is not part of this bundle: see scripts/bundle.mjs`);
    },
  },
);
