#!/usr/bin/env node
require("./built.js");

// V8 compiles a pattern to bytecode, and at its second use to machine code. To compile is most of what a command's
// patterns take, and here it is done once. A V8 that does not know the flag would say so on the standard error.
if (["20", "22", "24"].includes(process.versions.node.split(".")[0])) {
  require("node:v8").setFlagsFromString("--no-regexp-tier-up");
}

require("../dist/cli.js");
