#!/usr/bin/env node
require("./built.js");

// V8 compiles a pattern to bytecode, and at its second use to machine code: most of what a command's patterns take, and
// here it is done once. Of the functions that V8 optimizes it compiles so much of what they call with them that a large
// audit's code was compiled for half as long as it ran.
require("./v8-flags.js").setFlags(["--no-regexp-tier-up", "--max-inlined-bytecode-size-cumulative=300"]);

require("../dist/cli.js");
