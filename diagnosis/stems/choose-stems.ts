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
  const chosen: string[] = [];
  const candidates = candidatesOf(needs);
  let open: readonly Open[] = needs.map(({ id, sets }) => ({ id, missing: sets }));
  while (open.length > 0) {
    const best = bestOf(candidates, open);
    if (best === undefined) throw new Error(`These rows match ordinary lines: ${open.map(({ id }) => id)}.`);
    chosen.push(best);
    open = open
      .map(({ id, missing }) => ({
        id,
        missing: missing.map((set) => set.filter((text) => !text.includes(best))),
      }))
      .filter(({ missing }) => missing.every((set) => set.length > 0));
  }
  return Object.fromEntries(needs.map(({ id, sets }) => [id, stemsOf(sets, chosen)]));
}

interface Need {
  readonly id: string;
  readonly sets: readonly (readonly string[])[];
}

/** A row of which no set is covered yet, with the texts of each set in which no stem is. */
interface Open {
  readonly id: string;
  readonly missing: Need["sets"];
}

function needOf({ id, pattern }: Patterned): Need {
  const sets = requiredTexts(pattern).filter((set) => set.every((text) => partsOf(text).length > 0));
  if (sets.length === 0) throw new Error(`${id}: ${pattern} matches lines that have no rare text in common.`);
  return { id, sets: sets.map((set) => [...new Set(set)]) };
}

const known = new Map<string, readonly string[]>();

/** The pieces of a text that may be a stem. */
function partsOf(text: string): readonly string[] {
  const before = known.get(text);
  if (before !== undefined) return before;
  const parts = cut(text);
  known.set(text, parts);
  return parts;
}

function cut(text: string): readonly string[] {
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

function bestOf(candidates: readonly string[], open: readonly Open[]): string | undefined {
  const gain = new Map<string, number>();
  for (const missing of open.flatMap((row) => row.missing)) {
    for (const part of new Set(missing.flatMap(partsOf))) {
      const here = missing.filter((text) => text.includes(part)).length;
      // Words that go together are commoner than a rare word's own part.
      const worth = /^[a-z]+$/.test(part) ? 1 : 0.3;
      gain.set(part, (gain.get(part) ?? 0) + (worth * here) / missing.length ** 2);
    }
  }
  let best: string | undefined;
  for (const part of candidates) {
    const most = best === undefined ? 0 : (gain.get(best) ?? 0);
    if ((gain.get(part) ?? 0) > most) best = part;
  }
  return best;
}

function stemsOf(sets: Need["sets"], chosen: readonly string[]): readonly string[] {
  const covered = sets.filter((set) => set.every((text) => chosen.some((stem) => text.includes(stem))));
  const [fewest] = covered.toSorted((one, other) => one.length - other.length);
  const stems = (fewest ?? []).map((text) => chosen.find((stem) => text.includes(stem)) ?? "");
  return [...new Set(stems)].toSorted();
}
