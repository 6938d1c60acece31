import { wordOf } from "./expansion";
import type { Node } from "./grammar";
import { succeeds } from "./run";

/** What is set for one command alone. */
const ASSIGNED = /^[A-Za-z_]\w*=/;

/** Whether nothing of the line runs after it: `exit`, and what `exec` hands over to. */
export function isLast(all: readonly string[]): boolean {
  const [name, ...words] = all.slice(all.findIndex((word) => !ASSIGNED.test(word)));
  return name === "exit" || (name === "exec" && words.some((word) => !word.startsWith("-")));
}

/** `false && …`, `true || …` and `exec migrate && …`: what is behind never runs. */
export function neverGoesOn({ left, op }: Node): boolean {
  const isEnd = (one: Node) => one.type === "Command" && isLast(wordsOf(one));
  if (op === "and" && commandsIn(left).some(isEnd)) return true;
  const words = left?.type === "Command" && left.suffix === undefined ? left.name?.text : undefined;
  return op === "or" ? words === "true" || words === ":" : words === "false";
}

/** `migrate && exit 0`: the shell ends there, unless what is before it fails. A test may well fail. */
export function endsBehind({ left, op, right }: Node): boolean {
  if (op !== "and" || right?.type !== "Command" || wordsOf(right)[0] !== "exit") return false;
  return commandsIn(left).every((command) => succeeds(wordsOf(command)));
}

/** Programs that end before their input does: what writes to them may end then too. */
export function endsEarly(node: Node | undefined): boolean {
  if (node?.type !== "Command") return false;
  return /^(?:head(?: |$)|grep (?:.* )?(?:-\w*q|-m|--quiet|--max-count)|sed (?:.* )?\d+q)/.test(
    wordsOf(node).join(" "),
  );
}

export function isWord({ type }: Node): boolean {
  return type === "Word" || type === "AssignmentWord";
}

function wordsOf({ name, suffix = [] }: Node): readonly string[] {
  return [...(name ? [name] : []), ...suffix].filter(isWord).map(wordOf);
}

/** The commands of `a && b && c`; of what is more than that, one that nothing is known of. */
function commandsIn(node: Node | undefined): readonly Node[] {
  if (node?.type === "LogicalExpression" && node.op === "and")
    return [...commandsIn(node.left), ...commandsIn(node.right)];
  return node === undefined ? [] : [node];
}
