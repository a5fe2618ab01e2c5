// Loaded into the action's process with --require: takes away the net that notices when nothing is left to wait for.
const { once } = process;
process.once = (event, ...rest) => (event === "beforeExit" ? process : once.call(process, event, ...rest));
