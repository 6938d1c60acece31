// The licences of the packages whose code is bundled into dist/.

const fs = require("node:fs");
const path = require("node:path");

/** One text: each bundled package with its version, its licence and the licence's own words. */
function noticesOf(root, inputs) {
  const folders = new Set(inputs.map(packageFolder).filter((folder) => folder !== undefined));
  const notices = [...folders].sort().map((folder) => notice(path.join(root, folder)));
  const head = "Portcullis's dist/ holds code of these packages, each under its own licence.";
  return `${[head, ...new Set(notices)].join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

/** `node_modules/a/node_modules/@b/c/d.js` is of `node_modules/a/node_modules/@b/c`. */
function packageFolder(input) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0];
}

function notice(folder) {
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
  const files = fs.readdirSync(folder).filter((file) => /^(?:licen[cs]e|notice|copying)/i.test(file));
  const texts = files.map((file) => fs.readFileSync(path.join(folder, file), "utf8").trim());
  return [`${name} ${version} (${license ?? "no licence named"})`, ...texts].join("\n\n");
}

module.exports = { noticesOf };
