import { QUOTED_DOLLAR, UNREADABLE, wordOf } from "./expansion";
import { endsBehind, endsEarly, isLast, isWord, neverGoesOn } from "./flow";
import { type Node, parseShell } from "./grammar";
import { handedTexts } from "./handed-texts";
import { assignments, environmentBehind, isDecided, readInto, type Variables } from "./line-variables";
import type { VariableLookup } from "./listener";
import { oncePerAnswers } from "./once-per-answers";
import { type TimeLimit, timeLimit } from "./time-limit";
import { filledWords } from "./variable-words";
import { unwrapped, withoutWrappers } from "./wrappers";

export { QUOTED_DOLLAR } from "./expansion";
export { isDecided } from "./line-variables";

/** One command of a shell's line, and how the shell runs it. */
export interface SimpleCommand {
  readonly words: readonly string[];
  /** What the command sets in its own environment, or what was exported before it. Undefined: unset before it. */
  readonly variables: Variables;
  /**
   * What its own words see of these. An assignment before a command comes too late for them: `PORT=1 echo $PORT`
   * prints the outer PORT (POSIX: 2.9.1 Simple Commands).
   */
  readonly outer: Variables;
  /** Whether the shell goes on without waiting for it. */
  readonly background: boolean;
  /** Whether it is in a list that runs in the background as a whole, one after the other: `migrate && serve &`. */
  readonly listed?: boolean;
  /** Whether it runs only in one branch, or only where another fails. */
  readonly conditional: boolean;
  /** Whether timeout(1) ends it. */
  readonly limit?: TimeLimit;
  /** Whether what reads its output ends before it, as `| head` does. */
  readonly cut?: boolean;
}

/**
 * Words of a shell without quotes, operators or anything that it expands but `$NAME`, `${NAME}` and `${NAME:-word}`;
 * only `&&` is between. They need no grammar, which takes longer to load than a whole audit without it.
 */
const PLAIN =
  /^(?:[\w./:=@%+,-]|[ \t]|\$[A-Za-z_]\w*(?!\w)|\$\{[A-Za-z_]\w*(?::?-[\w./:]*\}|\}(?!\w))|&&(?=[ \t]+[\w./]))*$/;
/** A whole line that hands one text to a shell, as an image's command in list form does. */
const HANDED = /^[ \t]*(?:exec[ \t]+)?(?:[\w./-]*\/)?(?:ba|da|z)?sh[ \t]+-[a-z]*c[ \t]+'([^']*)'[ \t]*$/;
const RESERVED = /(?:^|&&)[ \t]*(?:if|for|while|until|case|function|select|time)[ \t]/;

/**
 * The commands of a line in their order, through `&&`, `;`, pipes, brackets, branches, loops and `sh -c`. Variables
 * keep their written form, so that `$PORT` and `${PORT:-8000}` can be distinguished from literals. A text that is no shell's,
 * such as one with a quote that is not closed, has none.
 *
 * @param service the service's environment, for variables that hold several words or a whole command
 */
export function simpleCommands(
  text: string,
  service: VariableLookup = () => undefined,
): readonly SimpleCommand[] {
  return commandsOnce(text, service);
}

const commandsOnce = oncePerAnswers((text, service) =>
  commandsOf(text, {}, { background: false, conditional: false }, service),
);

/** A text that is given to a command to read is none of the shell's commands, even where one looks like it. */
function withoutHereDocuments(text: string): string {
  return text.replaceAll(/(?<!<)<<-?[ \t]*(["']?)(\w+)\1([^\n]*)\n(?:[\s\S]*?\n)?[ \t]*\2(?=\n|$)/g, "$3");
}

type Flags = Pick<SimpleCommand, "background" | "listed" | "conditional" | "limit" | "cut">;

function commandsOf(
  text: string,
  inherited: Variables,
  flags: Flags,
  service: VariableLookup,
): readonly SimpleCommand[] {
  const handed = HANDED.exec(text)?.[1];
  if (handed !== undefined) return commandsOf(handed, inherited, flags, service);
  const line = new Line(inherited, service);
  if (PLAIN.test(text) && !RESERVED.test(text)) {
    // As the grammar writes them.
    const named = text.replaceAll(/\$\{(\w+)\}/g, "$$$1");
    for (const part of named.split("&&")) {
      const words = part.split(/[ \t]+/).filter(Boolean);
      line.command(words, flags);
      if (part.trim() === "false" || isLast(words)) break;
    }
  } else {
    const tree = parseShell(withoutHereDocuments(text));
    if (tree !== undefined) line.walk(tree, flags);
  }
  return line.found;
}

/** One shell's way through its text: what it has set so far, and the commands that it has met. */
class Line {
  readonly found: SimpleCommand[] = [];
  private readonly functions = new Map<string, Node | undefined>();
  private set: Variables;
  /** How many brackets, pipes, branches and conditions the walk is in. */
  private within = 0;
  /** Whether the shell has ended, or has become another program, in any case. */
  private over = false;

  constructor(
    inherited: Variables,
    private readonly service: VariableLookup,
  ) {
    this.set = inherited;
  }

  walk(node: Node | undefined, flags: Flags): void {
    if (node === undefined || this.over) return;
    const inside = node.type === "Script" || node.type === "Command" ? 0 : 1;
    this.within += inside;
    this.visit(node, flags);
    this.within -= inside;
  }

  private visit(node: Node, flags: Flags): void {
    const here = { ...flags, background: flags.background || node.async === true };
    const branch = { ...here, conditional: true };
    switch (node.type) {
      case "Command": {
        const words = [...(node.prefix ?? []), ...(node.name ? [node.name] : []), ...(node.suffix ?? [])];
        this.command(words.filter(isWord).map(wordOf), here);
        this.over ||= this.within === 0 && !here.background && isLast(words.filter(isWord).map(wordOf));
        return;
      }
      case "LogicalExpression": {
        const list = { ...here, ...(node.async === true && { listed: true }) };
        this.walk(node.left, list);
        if (neverGoesOn(node)) return;
        this.walk(node.right, node.op === "or" ? { ...list, conditional: true } : list);
        // `migrate && exit 0; serve`: what is behind runs only where the first one fails.
        this.over ||= this.within === 1 && !here.background && endsBehind(node);
        return;
      }
      case "Pipeline":
        // The shell waits for all; what the first one opens is what counts.
        for (const [index, command] of (node.commands ?? []).entries())
          this.walk(command, { ...here, ...(endsEarly(node.commands?.[index + 1]) && { cut: true }) });
        return;
      case "Function":
        if (node.name?.text !== undefined) this.functions.set(node.name.text, node.body);
        return;
      default:
        for (const part of [node.clause, node.list, ...(node.commands ?? [])]) this.walk(part, here);
        for (const part of [node.then, node.else, node.do]) this.walk(part, branch);
        for (const { body } of node.cases ?? []) this.walk(body, branch);
    }
  }

  /** A function's commands run where its name is called. */
  private called(name: string, flags: Flags): boolean {
    const body = this.functions.get(name);
    if (body === undefined) return false;
    this.functions.delete(name);
    this.walk(body, flags);
    this.functions.set(name, body);
    return true;
  }

  command(line: readonly string[], flags: Flags): void {
    const outer = this.set;
    // What a variable holds is not expanded once more.
    const filled = filledWords(line, (name) =>
      isDecided(outer, name) ? outer[name] : this.service(name)?.replaceAll("$", QUOTED_DOLLAR),
    );
    const [before, words] = unwrapped(filled);
    const own = environmentBehind(before, outer);
    const [name = ""] = words;
    if (words.length === 0) this.set = own;
    if (DECLARES.test(name)) this.set = { ...outer, ...assignments(words.slice(1), outer) };
    for (const read of readInto(words)) this.set = { ...this.set, [read]: UNREADABLE };
    if (name === "unset")
      this.set = { ...outer, ...Object.fromEntries(words.slice(1).map((word) => [word, undefined])) };
    if (this.called(name, flags)) return;
    const texts = handedTexts(withoutWrappers(words));
    const limit = timeLimit(before) ?? flags.limit;
    // Of several texts each runs beside the others, and what was given them waits for all.
    const beside = texts.length > 1;
    const within = { ...flags, ...(beside && { background: true }), ...(limit && { limit }) };
    for (const text of texts) this.found.push(...commandsOf(text, own, within, this.service));
    if (beside) this.found.push({ words: ["wait"], variables: own, outer, ...flags });
    else if (texts.length === 0 && words.length > 0)
      this.found.push({
        ...{ words, variables: own, outer, ...flags, ...(limit && { limit }) },
        ...(FORKS.test(before.join(" ")) && { background: true }),
      });
  }
}

/** setsid(1): with --fork it waits for nothing, in any case. */
const FORKS = /(?:^| )setsid (?:-c )?(?:-f|--fork)(?: |$)/;
const DECLARES = /^(?:export|declare|typeset|readonly|local)$/;
