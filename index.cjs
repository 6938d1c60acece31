// The packages first, then the TypeScript loader: under it (`nodeargs: --import tsx`) each of their several hundred
// files would be looked at too, which costs half a second of every preview.
const pulumi = require("@pulumi/pulumi");
require("@pulumi/postgresql");
require("zod");
require("tsx/cjs");

/**
 * The engine starts a plugin when it is first asked something, and lets the program wait for it. Asked before the
 * program is loaded, both start meanwhile. Neither has this function: the answer is a refusal that nobody needs.
 */
function wakePlugins() {
  for (const token of ["render:index:wake", "pulumi-nodejs:dynamic:wake"]) {
    pulumi.runtime.invoke(token, {}).catch(() => undefined);
  }
}

module.exports = async () => {
  wakePlugins();
  // Loading keeps the process busy: the requests must be on their way first.
  await new Promise((sent) => setTimeout(sent, 20));
  return require("./index.ts");
};
