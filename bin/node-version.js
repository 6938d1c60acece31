// Older Nodes must be able to read this file: no syntax of the last years.

/** Ends the process with one sentence where Node is older than package.json allows. */
function checkNode(running) {
  const wanted = require("../package.json").engines.node.replace(">=", "");
  const want = wanted.split(".").map(Number);
  const got = running.split(".").map(Number);
  const first = want.findIndex((part, index) => part !== got[index]);
  if (first < 0 || got[first] > want[first]) return;
  process.stderr.write(
    `portcullis: Node ${wanted} or newer is needed, and this is ${running}. Install a current Node 20, 22 or 24.\n`,
  );
  process.exit(2);
}

checkNode(process.versions.node);
