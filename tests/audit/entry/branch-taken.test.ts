import assert from "node:assert/strict";
import { argumentFlow } from "../../../audit/entry/argument-flow";
import { endWith } from "../../../audit/entry/script-end";

const CASES =
  'case "$1" in\n  web|serve)\n    exec uvicorn main:app\n    ;;\n  worker) exec celery -A main worker ;;\n  *)\n    exec "$@"\n    ;;\nesac\n';
const IF =
  'if [ "${1:-web}" = "web" ]; then\n  exec uvicorn main:app\nelif [ "$1" = worker ]; then\n  exec celery -A main worker\nfi\nexec "$@"\n';

function ends(text: string, ...given: readonly string[]): string {
  const end = endWith(text, given);
  if (end.is === "command") return `${end.text} ${end.line}`;
  const isOther = end.is === "arguments" && end.given.join() !== given.join();
  return isOther ? `arguments: ${end.given.join(" ")}` : end.is;
}

describe("what a script does with its arguments", () => {
  for (const [name, script, given, expected] of [
    ["the case of the first word", CASES, ["web"], "exec uvicorn main:app 3"],
    ["another pattern of a case", CASES, ["serve"], "exec uvicorn main:app 3"],
    ["a case in one line", CASES, ["worker"], "exec celery -A main worker 5"],
    ["the case for all others", CASES, ["node"], "arguments"],
    ["a condition that holds", IF, ["web"], "exec uvicorn main:app 2"],
    ["a condition whose default holds", IF, [], "exec uvicorn main:app 2"],
    ["a second condition", IF, ["worker"], "exec celery -A main worker 4"],
    ["no condition", IF, ["bash"], "arguments"],
    [
      "no arguments",
      'if [ $# -eq 0 ]; then\n  exec node a.js\nelse\n  exec "$@"\nfi\n',
      [],
      "exec node a.js 2",
    ],
    [
      "an option",
      'if [ "${1#-}" != "$1" ]; then\n  exec node a.js "$@"\nfi\nexec "$@"\n',
      ["npm"],
      "arguments",
    ],
    [
      "an empty first word",
      'if [[ -z "${1:-}" ]]; then\n  exec node a.js\nfi\nexec "$@"\n',
      ["x"],
      "arguments",
    ],
    ["another variable", 'if [ -n "$MIGRATE" ]; then\n  ./migrate\nfi\nexec "$@"\n', ["x"], "arguments"],
    [
      "a condition on more than the first word",
      'if [ "$1" = "web" ] && [ -n "$RELOAD" ]; then\n  exec uvicorn main:app --reload\nfi\nexec "$@"\n',
      ["web"],
      "condition",
    ],
    [
      "arguments that are moved",
      'shift\nif [ "$1" = web ]; then\n  exec node a.js\nfi\nexec "$@"\n',
      ["app", "web"],
      "exec node a.js 3",
    ],
    [
      "arguments that a loop moves",
      'while [ $# -gt 1 ]; do\n  shift\ndone\nexec "$@"\n',
      ["app", "web"],
      "condition",
    ],
    ["words that are set", 'set -- node a.js "$@"\nexec "$@"\n', ["--port"], "arguments: node a.js --port"],
    [
      "words that another variable may set",
      'if [ -n "$JOBS" ]; then\n  set -- node b.js\nfi\nexec "$@"\n',
      ["node", "a.js"],
      "condition",
    ],
    ["words that are computed", 'set -- $(cat words)\nexec "$@"\n', ["node", "a.js"], "condition"],
    [
      "a name that a file may give",
      'mode="$1"\n. ./settings\nif [ "$mode" = web ]; then\n  exec node a.js\nfi\nexec node b.js\n',
      ["web"],
      "exec node b.js 6",
    ],
    [
      "a condition in one line",
      '[ "$1" = web ] && set -- node a.js\nif [ "$1" = jobs ]; then set -- node b.js; fi\nexec "$@"\n',
      ["web"],
      "arguments: node a.js",
    ],
    [
      "a name of the first word",
      'mode="${1:-jobs}"\nshift\ncase "$mode" in\n  web) exec node a.js "$@" ;;\n  *) exec node b.js ;;\nesac\n',
      ["web"],
      'exec node a.js "$@" 4',
    ],
    [
      "the arguments of a function",
      'run() {\n  if [ "$1" = web ]; then\n    exec node a.js\n  fi\n}\nexec node b.js\n',
      ["web"],
      "exec node b.js 6",
    ],
    [
      "a range of letters",
      'case "$1" in\n  [a-w]*) exec node a.js ;;\n  *) exec node b.js ;;\nesac\n',
      ["web"],
      "condition",
    ],
    ["what is behind exec", "exec node a.js\nnode b.js\n", [], "exec node a.js 1"],
    ["an exec that only redirects", "exec 2>&1\nnode b.js\n", [], "node b.js 2"],
  ] as const)
    it(`follows ${name}`, () => assert.equal(ends(script, ...given), expected));

  it("keeps each line at its place", () => {
    assert.equal(argumentFlow(CASES, ["worker"]).text.split("\n").length, CASES.split("\n").length);
  });
});
