// Preloaded: says on standard error which of Node's own modules were loaded by the end.
const loaded = [];
process.once("exit", () => {
  loaded.push(
    ...process.moduleLoadList
      .filter((name) => name.startsWith("NativeModule "))
      .map((name) => name.slice("NativeModule ".length)),
  );
  process.stderr.write(JSON.stringify(loaded));
});
