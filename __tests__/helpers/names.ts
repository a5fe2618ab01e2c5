/** Arguments for Node with which every host name has these addresses, in this order, whatever machine a test runs on. */
export function everyNameIs(...addresses: readonly string[]): string[] {
  const found = JSON.stringify(addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })));
  return lookUp(
    `const found = ${found}; process.nextTick(done, null, ...(options.all ? [found] : [found[0].address, found[0].family]));`,
  );
}

/** Arguments for Node with which looking up a host name fails with the code that its first label spells; with `silent` it never ends. */
export const noNameIsKnown: readonly string[] = lookUp(
  'const code = name.split(".")[0].toUpperCase(); if (code !== "SILENT") process.nextTick(done, Object.assign(new Error("getaddrinfo " + name), { code }));',
);

function lookUp(body: string): string[] {
  const script = `import dns from "node:dns";\ndns.lookup = (name, options, done) => { ${body} };`;
  return ["--import", `data:text/javascript,${encodeURIComponent(script)}`];
}
