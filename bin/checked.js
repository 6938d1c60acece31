// One engine starts up to four processes of this checkout for a preview, and each compared 1,500 files with dist/: 40 ms.
// What one of them has compared, the others need not. Each has the engine's address among its arguments.

const fs = require("node:fs");
const path = require("node:path");

/** Not in dist/, which is packed. */
const mark = path.join(__dirname, "../node_modules/.cache/portcullis-checked.json");
/** The engine's port may be another engine's later. */
const A_MINUTE_MS = 60_000;

/** HOST:PORT of the engine: a program has it in its option, a provider and a policy pack as the first argument. */
function engineOf(words) {
  const at = words.indexOf("--engine");
  return at < 0 ? words.find((word) => /^127\.0\.0\.1:\d+$/.test(word)) : words[at + 1];
}

/** Whether a process of the same engine has compared the sources just now. */
function isChecked(engine) {
  if (engine === undefined) return false;
  try {
    const { mtimeMs } = fs.statSync(mark);
    return Date.now() - mtimeMs < A_MINUTE_MS && JSON.parse(fs.readFileSync(mark, "utf8")).engine === engine;
  } catch {
    return false;
  }
}

function noteChecked(engine) {
  if (engine === undefined) return;
  const own = `${mark}.${process.pid}`;
  try {
    fs.mkdirSync(path.dirname(mark), { recursive: true });
    fs.writeFileSync(own, JSON.stringify({ engine }));
    fs.renameSync(own, mark);
  } catch {
    // A folder that cannot be written: each process compares.
  }
}

module.exports = { engineOf, isChecked, noteChecked };
