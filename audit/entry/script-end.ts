import { argumentFlow } from "./argument-flow";
import { type ScriptEnd, scriptEnd } from "./shell-script";
import type { StartFiles } from "./start-files";

/** What a script ends with that is given these arguments, and what they have become by then. */
export function endWith(
  text: string,
  given: readonly string[],
): ScriptEnd & { readonly given: readonly string[] } {
  const flow = argumentFlow(text, given);
  const end = scriptEnd(flow.text);
  if (flow.given !== undefined) return { ...end, given: flow.given };
  const isOpen = end.is === "arguments" || (end.is === "command" && /\$\{?[@*1]/.test(end.text));
  const line = text.slice(0, Math.max(0, text.search(/"?\$\{?[@*]/))).split("\n").length;
  return isOpen ? { is: "condition", line, given: [] } : { ...end, given: [] };
}

/** The script of the repository's that the words run and that starts a command of its own, whatever it is given. */
export function ownScript(
  [program = "", ...given]: readonly string[],
  bases: readonly string[],
  start: StartFiles,
): string | undefined {
  const copied = start.copied(program);
  if (copied === undefined && !/\.sh$|(?:^|\/)[\w-]*entrypoint$/.test(program)) return undefined;
  const file = copied === undefined ? start.find(bases, program) : copied.isShell ? copied.file : undefined;
  const text = file === undefined ? undefined : start.repository.text(file);
  if (text === undefined) return undefined;
  const end = endWith(text, given);
  const isOwn = end.is === "condition" || (end.is === "command" && !/\$\{?[@*]/.test(end.text));
  return isOwn ? file : undefined;
}
