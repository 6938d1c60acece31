import type { Blanked } from "./blanked";
import { otherwise, together, UNDER_A_CONDITION, type When } from "./when";

interface Block {
  readonly from: number;
  to: number;
  readonly within: Block | undefined;
}

/** No code that a person wrote nests deeper. */
const MAX_DEPTH = 200;
/** How far before a bracket or a call its condition may begin. */
const MAX_HEAD = 400;

/** The conditions around places in a file of a language with braces, as far as `if` and `else` say them. */
export class BraceConditions {
  private readonly blocks: readonly Block[];
  private readonly byEnd = new Map<number, Block>();

  /** @param meaning when a condition holds; undefined where nothing says so */
  constructor(
    private readonly file: Blanked,
    private readonly meaning: (condition: string) => When | undefined,
    /** Whether `if` may be without braces. */
    private readonly plain: boolean,
  ) {
    const blocks: Block[] = [];
    let open: Block | undefined;
    for (const { index, 0: bracket } of file.shape.matchAll(/[{}]/g)) {
      if (bracket === "{") {
        open = { from: index, to: file.shape.length, within: open };
        blocks.push(open);
      } else if (open !== undefined) {
        open.to = index + 1;
        this.byEnd.set(open.to, open);
        open = open.within;
      }
    }
    this.blocks = blocks;
  }

  at(index: number): When {
    const found: When[] = this.plain ? [this.headOf(index, false)] : [];
    let block = this.around(index);
    for (let depth = 0; block !== undefined && depth < MAX_DEPTH; depth += 1) {
      found.push(this.headOf(block.from, true));
      block = block.within;
    }
    return together(found);
  }

  private around(index: number): Block | undefined {
    let low = 0;
    let high = this.blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.blocks[middle]?.from ?? 0) <= index) low = middle + 1;
      else high = middle;
    }
    let block = this.blocks[low - 1];
    while (block !== undefined && block.to <= index) block = block.within;
    return block;
  }

  /** What is before a block, or before a call in a statement, back to the statement's begin. */
  private headOf(end: number, ofBlock: boolean): When {
    const { code, shape } = this.file;
    const low = Math.max(0, end - MAX_HEAD);
    const head = /[^;{}]*$/.exec(shape.slice(low, end))?.[0] ?? "";
    const from = end - head.length;
    const written = code.slice(from, end);
    const isElse = /^\s*else\b/.test(head);
    const before = isElse ? this.elseOf(from) : "always";
    const rest = isElse ? head.replace(/^\s*else\b/, (word) => " ".repeat(word.length)) : head;
    const isIf = (ofBlock ? /(?:^|[^\w.#])if\b(?!\s+let\b)/ : /^\s*if\b/).exec(rest);
    if (isIf === null)
      return /(?:^|\s)if\s+let\b/.test(rest) ? together([before, UNDER_A_CONDITION]) : before;
    const at = isIf.index + isIf[0].length;
    const condition = ofBlock ? written.slice(at) : inBrackets(rest, written, at);
    // A call in the condition itself is no part of what it decides.
    if (condition === undefined) return before;
    return together([before, this.meaning(unwrapped(condition)) ?? UNDER_A_CONDITION]);
  }

  /** When the branch runs that `else` at an index begins: where the one before it does not. */
  private elseOf(index: number): When {
    const block = this.byEnd.get(index);
    if (block !== undefined) return otherwise(this.headOf(block.from, true));
    const low = Math.max(0, index - MAX_HEAD);
    const statement = /[^;{}]*;$/.exec(this.file.shape.slice(low, index))?.[0];
    return statement === undefined ? UNDER_A_CONDITION : otherwise(this.headOf(index - 1, false));
  }
}

/** The condition of an `if` without braces; undefined where its bracket is not closed. */
function inBrackets(shape: string, code: string, at: number): string | undefined {
  const from = shape.indexOf("(", at);
  if (from < 0) return undefined;
  let open = 0;
  for (let index = from; index < shape.length; index += 1) {
    if (shape[index] === "(") open += 1;
    if (shape[index] === ")") open -= 1;
    if (open === 0) return code.slice(from, index + 1);
  }
  return undefined;
}

function unwrapped(condition: string): string {
  const text = condition.trim();
  return /^\([^()]*(?:\([^()]*\)[^()]*)*\)$/.test(text) ? text.slice(1, -1).trim() : text;
}
