// Loaded into the action's process with --require: a name server that never answers for names that begin with "silent",
// and takes 1.5 s for names that begin with "slow", which it then says are at 127.0.0.1.
const dns = require("node:dns");

const { lookup } = dns;
dns.lookup = (name, options, done) => {
  if (name.startsWith("silent")) return;
  if (name.startsWith("slow"))
    setTimeout(() => done(null, options.all ? [{ address: "127.0.0.1", family: 4 }] : "127.0.0.1", 4), 1500);
  else lookup(name, options, done);
};
