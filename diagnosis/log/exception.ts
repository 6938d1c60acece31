// Longer than 200 lines: one reader, whose steps share the exception that is open.
import { FOREIGN, FORMS, type Form } from "./exception-forms";
import { innermost } from "./inner-exception";

/** A place in a program, as a stack names it. */
export interface Frame {
  readonly file: string;
  readonly line: number;
}

/** An exception that a program printed with its stack, of whichever language. */
export interface SeenException {
  /** `django.db.utils.OperationalError`, `TypeError`, `panic` */
  readonly type: string;
  readonly message: string;
  /** The lines of the log: of its first and of its last line, and of the one that names it. */
  readonly first: number;
  readonly last: number;
  readonly line: number;
  readonly text: string;
  /** The frame nearest to the error in the user's own code. */
  readonly own: Frame | undefined;
  /** The package whose frame raised it, where it was not the user's own code. */
  readonly library: string | undefined;
  readonly frames: number;
  /** Whether it is in the output of a build. */
  readonly inBuild?: true;
  /** Whether the program said something ordinary after it, and so had caught it. */
  readonly passed?: true;
  /** Whether another one was raised while the program handled it. */
  readonly handled?: true;
  /** The code of its nearest frame, where the stack shows it. */
  readonly code?: string;
}

const MAX_LINES_APART = 6;
/** A message may have several lines before the first frame. */
const MAX_MESSAGE_LINES = 12;
/** So much of its further lines is kept. */
const MAX_FURTHER = 300;

interface Open {
  form: Form;
  type: string;
  message: string;
  first: number;
  last: number;
  line: number;
  text: string;
  own: Frame | undefined;
  library: string | undefined;
  frames: number;
  inBuild?: true;
  passed?: true;
  handled?: true;
  code?: string;
  /** What follows its head, and is its message where a frame follows in turn. */
  further?: string;
}

/** Puts the lines of exceptions together, as they come. */
export class ExceptionReader {
  private open: Open | undefined;
  private done: SeenException[] = [];

  /** Whether the line belongs to an exception, so that the next ones may. */
  take(text: string, line: number, inBuild = false): boolean {
    const begun = this.open;
    const taken = this.takeLine(text, line);
    if (!taken && begun !== undefined && isWhole(begun) && DURING.test(text)) begun.handled = true;
    if (!taken && begun !== undefined && isWhole(begun) && isOrdinary(text)) begun.passed = true;
    if (inBuild && taken && this.open !== undefined && this.open !== begun) this.open.inBuild = true;
    return taken;
  }

  private takeLine(text: string, line: number): boolean {
    const open = this.open;
    if (
      open !== undefined &&
      line - open.last <= (open.frames === 0 ? MAX_MESSAGE_LINES : MAX_LINES_APART) &&
      this.goOn(open, text, line)
    )
      return true;
    for (const form of FORMS) {
      if (form.stackFirst === true) {
        if (/^\s*(?:.*\s)?Traceback \(most recent call last\):$/.test(text) || form.frame.test(text)) {
          this.begin(form, line, {});
          this.goOn(this.open as unknown as Open, text, line);
          return true;
        }
        continue;
      }
      const found = form.head.exec(text);
      if (found === null) continue;
      this.begin(form, line, found.groups ?? {}, text);
      return true;
    }
    return false;
  }

  /** Those that had a stack, in their order; at most the first two and the last six. */
  all(): readonly SeenException[] {
    const last = this.open;
    return last === undefined || !isWhole(last) ? this.done : kept([...this.done, seen(last)]);
  }

  /** Leaves out what began at a line, or after it. */
  forgetSince(line: number): void {
    this.done = this.done.filter(({ first }) => first < line);
    if (this.open !== undefined && this.open.first >= line) this.open = undefined;
  }

  private begin(form: Form, line: number, groups: Groups, text = ""): void {
    if (this.open !== undefined && isWhole(this.open)) this.done = kept([...this.done, seen(this.open)]);
    const { type = "", message = "" } = groups;
    this.open = {
      form,
      type,
      message,
      first: line,
      last: line,
      line,
      text,
      own: undefined,
      library: undefined,
      frames: 0,
    };
    if (groups.file !== undefined) addFrame(this.open, groups);
  }

  private goOn(open: Open, text: string, line: number): boolean {
    const { form } = open;
    const frame = form.frame.exec(text);
    // A traceback that ended may be followed by another one of the same form.
    if (frame !== null && !(form.stackFirst === true && open.type !== "")) {
      if (open.frames === 0 && open.further !== undefined && form.messageNext !== true) {
        open.message = `${open.message} ${open.further}`.trim();
      }
      addFrame(open, frame.groups ?? {});
      open.last = line;
      return true;
    }
    if (form.stackFirst === true && open.type === "" && open.frames > 0) {
      const head = form.head.exec(text);
      if (head === null) {
        // A line of the frame's code, or the marks under it.
        if (/\w/.test(text)) open.code = text.trim().slice(0, MAX_FURTHER);
        open.last = line;
        return true;
      }
      const { type = "", message = "" } = head.groups ?? {};
      Object.assign(open, { type, message, line, last: line, text });
      return true;
    }
    if (form.messageNext === true && open.message === "" && line === open.line + 1) {
      Object.assign(open, { ...namedIn(open, text, line), last: line });
      return true;
    }
    if (open.frames === 0 && form.stackFirst !== true && text.trim() !== "" && !/^\s*at /.test(text)) {
      open.further = `${open.further ?? ""} ${text.trim()}`.trim().slice(0, MAX_FURTHER);
    }
    return false;
  }
}

/** What Python writes between an exception and one that was raised in its handler. */
const DURING = /^During handling of the above exception, another exception occurred:$/;

/** What a program says that goes on: of a logger's level that reports no failure. */
const isOrdinary = (text: string): boolean =>
  /^(?:\[?[\d:., -]+\]? )?\[?(?:INFO|DEBUG|WARN(?:ING)?)\b/i.test(text.trim());

/** What the line after a head says: Ruby's names the type, and of a plain `raise` the message alone. */
function namedIn({ type }: Open, text: string, line: number): Partial<Open> {
  if (type === "panicked") return { message: text };
  const [, named = "RuntimeError", message = text] = /^([A-Z]\w*(?:::[A-Z]\w*)*): (.*)$/.exec(text) ?? [];
  return { type: named, message, line, text };
}

type Groups = Readonly<Partial<Record<string, string>>>;

function addFrame(open: Open, { file = "", line = "0", library }: Groups): void {
  open.frames += 1;
  if (file === "") {
    // A frame without a file is of compiled code: whose it is, its name says at most.
    if (open.own === undefined && open.library === undefined) open.library = library;
    return;
  }
  const foreign = FOREIGN.map((pattern) => pattern.exec(file)).find((found) => found !== null);
  const isOwn = foreign === undefined && (library === undefined || library === "app");
  const nearest = open.form.stackFirst === true || (open.own === undefined && open.library === undefined);
  if (!isOwn) {
    const name = library ?? foreign?.groups?.name;
    if (nearest && name !== undefined) open.library = name;
    return;
  }
  if (open.form.stackFirst === true || open.own === undefined) open.own = { file, line: Number(line) };
  if (open.form.stackFirst === true) open.library = undefined;
}

function isWhole({ form, type, frames }: Open): boolean {
  return type !== "" && (frames > 0 || form.alone === true);
}

function seen({ form: _, further: __, ...exception }: Open): SeenException {
  const inner = innermost(exception.message);
  return inner === undefined ? exception : { ...exception, ...inner };
}

function kept(all: SeenException[]): SeenException[] {
  return all.length <= 8 ? all : [...all.slice(0, 2), ...all.slice(-6)];
}
