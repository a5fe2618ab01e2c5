// Preloaded: says on standard error which of Node's own modules, and which files, were loaded by the end.
process.once("exit", () => {
  const modules = process.moduleLoadList
    .filter((name) => name.startsWith("NativeModule "))
    .map((name) => name.slice("NativeModule ".length));
  process.stderr.write(JSON.stringify({ modules, files: Object.keys(require.cache) }));
});
