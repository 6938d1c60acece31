// A V8 that does not know a flag would say so on the standard error.
const isKnown = ["20", "22", "24"].includes(process.versions.node.split(".")[0]);

/** Sets flags of V8 in the running process, where V8 is known to have them. */
function setFlags(flags) {
  if (!isKnown) return;
  const { setFlagsFromString } = require("node:v8");
  for (const flag of flags) setFlagsFromString(flag);
}

module.exports = { setFlags };
