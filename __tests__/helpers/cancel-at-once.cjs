// Loaded into the action's process with --require: a SIGINT that comes as soon as the action listens for it.
process.on("newListener", (event) => {
  if (event === "SIGTERM") process.emit("SIGINT");
});
