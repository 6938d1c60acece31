/** A command of a script, with its line from 1. */
export interface ScriptCommand {
  readonly text: string;
  readonly line: number;
}

/** What a script ends with, as far as it is certain. */
export type ScriptEnd =
  | ({ readonly is: "command"; readonly before: readonly ScriptCommand[] } & ScriptCommand)
  /** `exec "$@"`: what the script is given as arguments. */
  | { readonly is: "arguments" }
  /** Only some of its conditions start something, or it does so in a way that is not read. */
  | { readonly is: "condition"; readonly line: number };

const OPENS = /^(?:if|case|for|while|until|select)\b|^\{\s*$|^\(\s*$/;
const CLOSES = /^(?:fi|esac|done)\b|^[})]/;
const FUNCTION = /^(?:function\s+[\w-]+\s*(?:\(\s*\))?|[\w-]+\s*\(\s*\))\s*(\{.*)?$/;
/** Commands that start nothing by themselves. */
const SETTING =
  /^(?:set|shopt|export|readonly|local|declare|unset|umask|ulimit|trap|echo|printf|cd|pushd|popd|mkdir|chmod|chown|cp|mv|ln|rm|touch|sleep|wait|source|\.|:|true|false|test|\[\[?|exit|return|shift|eval|read|fi|then|else|done|[A-Za-z_]\w*=\S*\s*$)(?:\s|$)/;
/** What a script is given, in a condition. */
const ASKS_ARGUMENTS = /\$(?:[1@*#]|\{[1@*#])/;
const MAX_LINES = 2000;

/**
 * The last command that a script of sh or bash runs. A function's body runs nothing until the function is called, and
 * what is under a condition is not certain.
 */
export function scriptEnd(text: string): ScriptEnd {
  const lines = logicalLines(text);
  const before: ScriptCommand[] = [];
  const functions = new Map<string, readonly ScriptCommand[]>();
  let conditional: ScriptCommand | undefined;
  let conditionalStart = 0;
  let condition = "";
  let byArguments: number | undefined;
  let depth = 0;
  let body: { readonly name: string; readonly lines: ScriptCommand[]; depth: number } | undefined;
  let last: ScriptCommand | undefined;
  for (const one of lines) {
    const line = one.text;
    if (body !== undefined) {
      body.depth += opened(line);
      if (body.depth <= 0) {
        functions.set(body.name, body.lines);
        body = undefined;
      } else body.lines.push(one);
      continue;
    }
    const definition = depth === 0 ? FUNCTION.exec(line) : null;
    if (definition !== null) {
      const name = line.replace(/^function\s+/, "").split(/[\s(]/)[0] ?? "";
      if (!/\}\s*$/.test(line)) body = { name, lines: [], depth: 1 };
      continue;
    }
    const opens = OPENS.test(line);
    if (opens && depth === 0) [conditionalStart, condition] = [one.line, line];
    const inside = depth > 0 || opens;
    depth = Math.max(0, depth + opened(line));
    if (inside) {
      const inner = line.replace(/^(?:then|else|do|elif\b.*;\s*then)\s+/, "").replace(/^.*?\bthen\s+/, "");
      if (startsSomething(inner)) conditional = { text: inner, line: conditionalStart };
      if (/^exec\s/.test(inner) && ASKS_ARGUMENTS.test(condition)) byArguments ??= conditionalStart;
    } else if (startsSomething(line)) {
      if (last !== undefined) before.push(last);
      last = one;
      conditional = undefined;
      // The shell is replaced: what is below it never runs.
      if (/^exec\s+[^\s<>&\d|]/.test(line)) break;
    } else before.push(one);
  }
  const called = last === undefined ? undefined : functions.get(last.text.split(/\s/)[0] ?? "");
  if (called !== undefined) {
    const inner = scriptEnd(called.map((one) => one.text).join("\n"));
    const at = (line: number): number => called[line - 1]?.line ?? 1;
    if (inner.is === "condition") return { is: "condition", line: at(inner.line) };
    return inner.is === "command" ? { ...inner, line: at(inner.line), before } : inner;
  }
  if (conditional !== undefined && (last === undefined || /\bexec\b/.test(conditional.text)))
    if (last === undefined || !/^exec\b/.test(last.text)) return { is: "condition", line: conditional.line };
  if (last === undefined) return { is: "condition", line: conditional?.line ?? 1 };
  if (
    /^(?:exec\s+)?"?\$\{?@\}?"?$/.test(
      last.text.replace(/^exec\s+(?:gosu|su-exec|tini|dumb-init)\s+(?:\w+\s+)?(?:--\s+)?/, ""),
    )
  )
    // Which of the two it is depends on what it is given.
    return byArguments === undefined ? { is: "arguments" } : { is: "condition", line: byArguments };
  return { is: "command", ...last, before };
}

function startsSomething(line: string): boolean {
  return (
    line !== "" &&
    !CLOSES.test(line) &&
    !OPENS.test(line) &&
    !SETTING.test(lastOf(line)) &&
    !/^(?:elif|then|else|do)\b/.test(line) &&
    !/^[^)\s]{1,60}\)\s*$/.test(line) &&
    line !== ";;"
  );
}

/** `cd api && node server.js` starts what it ends with. */
function lastOf(line: string): string {
  return /^(?:cd|pushd|export|mkdir|sleep|echo)\s/.test(line) ? (line.split(/\s&&\s+/).at(-1) ?? line) : line;
}

/** How many blocks a line opens more than it closes. */
export function opened(line: string): number {
  const words = line.replaceAll(/"[^"]*"|'[^']*'|\$\{[^}]*\}/g, "").split(/[\s;]+/);
  const opens = words.filter((word) => /^(?:if|case|for|while|until|select|\{|\()$/.test(word)).length;
  return opens - words.filter((word) => /^(?:fi|esac|done|\}|\))$/.test(word)).length;
}

/** Lines without comments and here-documents; a backslash at the end goes on. */
export function logicalLines(text: string): readonly ScriptCommand[] {
  const found: ScriptCommand[] = [];
  let open: { text: string; line: number } | undefined;
  let until: string | undefined;
  for (const [index, raw] of text.split(/\r?\n/).slice(0, MAX_LINES).entries()) {
    if (until !== undefined) {
      if (raw.trim() === until) until = undefined;
      continue;
    }
    const line = raw.replace(/(?:^|\s)#(?![^"']*["'][^"']*$).*$/, "").trim();
    const here = /<<-?\s*["']?(\w+)["']?/.exec(line)?.[1];
    if (here !== undefined) until = here;
    const whole = open === undefined ? line : `${open.text} ${line}`;
    const at = open?.line ?? index + 1;
    if (whole.endsWith("\\")) open = { text: whole.slice(0, -1).trim(), line: at };
    else {
      open = undefined;
      if (whole !== "") found.push({ text: whole, line: at });
    }
  }
  return found;
}
