// `npm run test:templates`: set-up, then every template repository from the packed packages to verified rehearsals.
// `npm run test:templates -- django` is one of them.

const { spawnSync } = require("node:child_process");
const { root, setUp } = require("./setup.js");

setUp();
const chosen = process.argv.slice(2).flatMap((name) => ["--grep", `^Templates.* ${name} `]);
// One at a time: services of two rehearsals would need the same ports.
const words = [
  "--no-parallel",
  ...chosen,
  "tests/templates/rehearsed.ts",
  "tests/templates/rehearsed-repositories.ts",
];
const { status } = spawnSync(process.execPath, ["node_modules/mocha/bin/mocha.js", ...words], {
  cwd: root,
  stdio: "inherit",
});
process.exit(status ?? 1);
