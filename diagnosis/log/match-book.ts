import { MASK, redact } from "../../domain";
import type { LogLine } from "../diagnosis";
import type { Signature } from "../signature";
import { isBuildLine } from "./build-lines";
import { doesWithout, triesAgain } from "./error-words";
import type { SignatureMatch } from "./log-reading";
import { namedGroups } from "./named-groups";

const MAX_VALUES = 8;
const MAX_NAME = 80;
const MAX_BEFORE = 160;
/** Masked before it is cut: half a secret has not its shape any more. */
const MAX_MASKED = 2_000;
const MAX_DETAILS = 3;
/** A detail is no more lines than this after the first line of its symptom. */
const NEAR = 6;
/** A message is broken into no more lines than these after its first. */
const MAX_BROKEN = 2;

/** A line that goes on with the one before: indented, or an item of a list; a stack's frames are an exception's. */
const GOES_ON = /^(?:\s+\S|[-=•*>→╰├│|] )/;
const FRAME = /^\s*(?:at |File "|from \/|\.{3} \d+ )/;

/** What is known of a line beside its words. */
interface Where {
  readonly inBuild?: boolean;
  readonly isMild?: boolean;
  readonly isInfo?: boolean;
}

/** A part of a message: what the words around it say of a secret, the part alone does not. */
function maskedIn(message: string, part: string): string {
  const alone = redact(part);
  return message.includes(alone) && !redact(message).includes(alone) ? MASK : alone;
}

/** What rows have taken of a log, each row once. */
export class MatchBook {
  private readonly matches = new Map<string, SignatureMatch>();
  /** The row whose first line was met last, while its details may follow. */
  private latest: string | undefined;
  /** The message of its first line with the lines after it. */
  private broken = "";

  /** @param before the last line that said something, which some rows name */
  add(
    signature: Signature,
    message: string,
    line: number,
    before: LogLine,
    { inBuild = false, isMild = false, isInfo = false }: Where = {},
  ): void {
    const at = { line, text: redact(message.trim()) };
    const isTried = line - before.line <= 1 && triesAgain(before.text);
    const isPassed = isMild || isTried;
    const seen = this.matches.get(signature.id);
    // What a program warns of and goes on from names nothing of what it then fails by.
    if (isPassed && seen !== undefined && seen.mild !== true) return;
    const groups = namedGroups(signature.pattern, message).map(
      ([name, value]) => [name, maskedIn(message, value)] as const,
    );
    const isAnother = groups.some(([name, value]) => seen?.values[name]?.includes(value) === false);
    const known = seen?.mild === true && !isPassed && isAnother ? undefined : seen;
    const { first = at, count = 0, values = {}, details = [] } = known ?? {};
    const earlier = known?.before ?? {
      line: before.line,
      text: redact(before.text.slice(0, MAX_MASKED)).slice(0, MAX_BEFORE),
    };
    const built = known === undefined ? inBuild || isBuildLine(at.text) : known.inBuild === true;
    const merged = { ...values };
    if (signature.nameBefore === true)
      groups.push(["name", maskedIn(message, redact(before.text.slice(0, MAX_MASKED)).slice(0, MAX_NAME))]);
    for (const [name, value] of groups) {
      const taken = merged[name] ?? [];
      if (taken.includes(value) || taken.length >= MAX_VALUES) continue;
      merged[name] = [...taken, value];
    }
    const match = { signature, first, last: at, count: count + 1, values: merged, details, before: earlier };
    const without = (isInfo || doesWithout(message)) && (known === undefined || known.without === true);
    const mild = isPassed && (known === undefined || known.mild === true);
    this.matches.set(signature.id, {
      ...match,
      ...(built && { inBuild: true as const }),
      ...(mild && { mild: true as const }),
      ...(without && { without: true as const }),
    });
    if (count === 0) this.latest = signature.id;
  }

  /** A line that no row takes may say what the latest symptom is about. */
  goOn(message: string, line: number): void {
    const found = this.latest === undefined ? undefined : this.matches.get(this.latest);
    if (found === undefined || message.trim() === "") return;
    const again = line - found.last.line <= MAX_BROKEN && triesAgain(message);
    const latest = again ? { ...found, mild: true as const } : found;
    const match = this.withNames(latest, message, line);
    this.matches.set(match.signature.id, match);
    const goesOn = GOES_ON.test(message) && !FRAME.test(message);
    if (!goesOn || line - match.first.line > NEAR || match.details.length >= MAX_DETAILS) {
      if (line - match.first.line >= MAX_BROKEN) this.latest = undefined;
      return;
    }
    const details = [...match.details, { line, text: redact(message.trim()) }];
    this.matches.set(match.signature.id, { ...match, details });
  }

  /** Of a message that was broken into lines, a name may be on a later one. */
  private withNames(match: SignatureMatch, message: string, line: number): SignatureMatch {
    const { signature, first, values } = match;
    if (line - first.line > MAX_BROKEN || Object.keys(values).length > 0) return match;
    this.broken = `${line === first.line + 1 ? first.text : this.broken} ${message.trim()}`;
    const named = namedGroups(signature.pattern, this.broken);
    const masked = named.map(([name, value]) => [name, [maskedIn(this.broken, value)]]);
    return { ...match, values: Object.fromEntries(masked) };
  }

  /** Leaves out what was seen first at a line, or after it. */
  forgetSince(line: number): void {
    for (const [id, { first }] of this.matches) if (first.line >= line) this.matches.delete(id);
  }

  all(): readonly SignatureMatch[] {
    return [...this.matches.values()];
  }
}
