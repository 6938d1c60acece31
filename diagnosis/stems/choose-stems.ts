import { requiredTexts } from "./required-texts";

/** A row of a table of lines. */
export interface Patterned {
  readonly id: string;
  readonly pattern: RegExp;
}

/** For each row, texts in small letters: each line that its pattern matches has one of them. */
export type StemsById = Readonly<Record<string, readonly string[]>>;

const LENGTH = 5;
/** The matcher steps as far as its shortest word is long. */
const MIN_LENGTH = 5;

/** Most lines of a healthy service hold parts of these: a stem that is such a part would find them all. */
const ORDINARY = [
  '2026-01-01t00:00:00.000z [abcdex] info:     10.20.30.40:40000 - "get /api/v1/orders/17?page=2 http/1.1" 200 ok',
  '127.0.0.1 - - [10/oct/2026:13:55:36 +0000] "post /auth/login http/1.1" 404 - 2326 "https://www.example.com/" "mozilla/5.0 (x11; linux x86_64)"',
  '{"level":"info","time":1700000000000,"pid":1,"hostname":"web-1","msg":"request completed","responsetime":12,"status":200}',
  "started get completed 200 ok in 12ms (views: 0.3ms | activerecord: 0.1ms) user application server database connection process response service message module",
  "get /health /static/app.js /favicon.ico /index.html /assets/main.css /users /products /dashboard /metrics /ready /status",
  "the job for user 7 is to be done in region one on page two of the list; all of them have been read from the cache by worker 3",
  "loading configuration, starting scheduler, started in 3 ms, finished, succeeded, loaded, updated, created, deleted, sent, received",
  "memory usage 210 mb, password reset mail sent, device registered, instance ready, authorization ok",
  "debug [main] org.springframework.web.servlet.dispatcherservlet : completed initialization",
].join("\n");

/** One text that many rows need is worth more than many that one row needs: the fewer, the faster a log is read. */
export function chooseStems(rows: readonly Patterned[]): StemsById {
  const needs = rows.map(needOf);
  const chosen = new Set<string>();
  const candidates = candidatesOf(needs);
  for (;;) {
    const open = needs.filter(({ sets }) => !sets.some((set) => isCovered(set, chosen)));
    if (open.length === 0) break;
    const best = bestOf(candidates, open, chosen);
    if (best === undefined) throw new Error(`These rows match ordinary lines: ${open.map(({ id }) => id)}.`);
    chosen.add(best);
  }
  return Object.fromEntries(needs.map(({ id, sets }) => [id, stemsOf(sets, chosen)]));
}

interface Need {
  readonly id: string;
  readonly sets: readonly (readonly string[])[];
}

function needOf({ id, pattern }: Patterned): Need {
  const sets = requiredTexts(pattern).filter((set) => set.every((text) => partsOf(text).length > 0));
  if (sets.length === 0) throw new Error(`${id}: ${pattern} matches lines that have no rare text in common.`);
  return { id, sets: sets.map((set) => [...new Set(set)]) };
}

/** The pieces of a text that may be a stem. */
function partsOf(text: string): readonly string[] {
  if (text.length < MIN_LENGTH) return [];
  const length = Math.min(LENGTH, text.length);
  const parts = Array.from({ length: text.length - length + 1 }, (_, at) => text.slice(at, at + length));
  return parts.filter(
    (part) => /^[\x20-\x7e]+$/.test(part) && part.trim().length >= 4 && !ORDINARY.includes(part),
  );
}

function candidatesOf(needs: readonly Need[]): readonly string[] {
  return [...new Set(needs.flatMap(({ sets }) => sets.flat()).flatMap(partsOf))].toSorted();
}

function isCovered(set: readonly string[], chosen: ReadonlySet<string>): boolean {
  return set.every((text) => [...chosen].some((stem) => text.includes(stem)));
}

function bestOf(
  candidates: readonly string[],
  open: readonly Need[],
  chosen: ReadonlySet<string>,
): string | undefined {
  const gain = new Map<string, number>();
  for (const { sets } of open) {
    for (const set of sets) {
      const missing = set.filter((text) => ![...chosen].some((stem) => text.includes(stem)));
      for (const part of new Set(missing.flatMap(partsOf))) {
        const here = missing.filter((text) => text.includes(part)).length;
        // Words that go together are commoner than a rare word's own part.
        const worth = /^[a-z]+$/.test(part) ? 1 : 0.3;
        gain.set(part, (gain.get(part) ?? 0) + (worth * here) / missing.length ** 2);
      }
    }
  }
  return candidates
    .filter((part) => gain.has(part))
    .toSorted((one, other) => (gain.get(other) ?? 0) - (gain.get(one) ?? 0))[0];
}

function stemsOf(sets: readonly (readonly string[])[], chosen: ReadonlySet<string>): readonly string[] {
  const covered = sets.filter((set) => isCovered(set, chosen));
  const [fewest] = covered.toSorted((one, other) => one.length - other.length);
  const stems = (fewest ?? []).map((text) => [...chosen].find((stem) => text.includes(stem)) ?? "");
  return [...new Set(stems)].toSorted();
}
