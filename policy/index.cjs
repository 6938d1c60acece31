require("../bin/built.js");

// Most of a preview's functions run for a second or two. V8 would optimize them for a third of that, while the engine and
// the program wait for the same cores.
require("../bin/v8-flags.js").setFlags([
  "--interrupt-budget=500000",
  "--no-regexp-tier-up",
  "--max-inlined-bytecode-size-cumulative=300",
  // Threads that help to collect compete for the same cores, and the main one waits for them.
  "--no-parallel-scavenge",
]);

require("../dist/policy.js").createPolicyPack();
