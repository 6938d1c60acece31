// Loaded before a command: any use of a network ends the process with a code of its own.
const dgram = require("node:dgram");
const dns = require("node:dns");
const net = require("node:net");

function refuse() {
  process.stderr.write("a network was asked for\n");
  process.exit(99);
}

// A pipe on this machine, by which the TypeScript loader speaks to its own service, is no network.
const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...words) {
  const [first] = Array.isArray(words[0]) ? words[0] : words;
  const isPipe = typeof first?.path === "string" || (typeof first === "string" && !/^\d+$/.test(first));
  return isPipe ? connect.apply(this, words) : refuse();
};
dgram.createSocket = refuse;
for (const name of ["lookup", "resolve", "resolve4", "resolve6"]) {
  dns[name] = refuse;
  dns.promises[name] = refuse;
}
