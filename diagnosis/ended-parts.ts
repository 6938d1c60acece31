import { redact } from "../domain";

/** A line by which a program says that a part of it has ended, while the rest goes on. */
interface EndedPartRow {
  readonly id: string;
  /** What rows that speak of the same parts share. @default its id */
  readonly key?: string;
  /** Its first group names the part, where the line does. */
  readonly pattern: RegExp;
  readonly words: (part: string) => string;
  /** That the part runs again: its first group names it. */
  readonly again?: RegExp;
  /** Whether Python's traceback follows, whose last line says why. */
  readonly traceback?: true;
  readonly source: string;
  readonly example: string;
  readonly nearMiss: string;
}

const SUPERVISORD = { key: "part/supervisord", again: /\bsuccess: (\S+) entered RUNNING state/ };

export const ENDED_PARTS: readonly EndedPartRow[] = [
  {
    id: "part/asyncio",
    pattern: /\b(?:Task|Future) exception was never retrieved/,
    words: () => "a task of asyncio has ended (`Task exception was never retrieved`)",
    traceback: true,
    source: "python/cpython: Lib/asyncio/futures.py",
    example: "Task exception was never retrieved",
    nearMiss: "the task's exception was retrieved",
  },
  {
    id: "part/python-thread",
    pattern: /^(?:.*\s)?Exception in thread ([^":]+?):?$/,
    words: (part) => `the thread \`${part}\` has ended`,
    traceback: true,
    source: "python/cpython: Lib/threading.py",
    example: "Exception in thread Thread-1 (consume):",
    nearMiss: 'Exception in thread "main" java.lang.IllegalStateException',
  },
  {
    id: "part/java-thread",
    pattern: /Exception in thread "(?!main")([^"]+)"/,
    words: (part) => `the thread \`${part}\` has ended`,
    source: "openjdk/jdk: java/lang/ThreadGroup.java",
    example: 'Exception in thread "consumer-1" java.lang.NullPointerException',
    nearMiss: 'Exception in thread "main" java.lang.IllegalStateException',
  },
  {
    id: "part/ruby-thread",
    pattern: /#<Thread:\S+ (\S+) run> terminated with exception/,
    words: (part) => `the thread of \`${part}\` has ended`,
    source: "ruby/ruby: thread.c (report_on_exception)",
    example:
      "#<Thread:0x00007f1b /app/jobs.rb:4 run> terminated with exception (report_on_exception is true):",
    nearMiss: "#<Thread:0x00007f1b /app/jobs.rb:4 sleep> is waiting",
  },
  {
    id: "part/rust-thread",
    pattern: /\bthread '(?!main')([^']+)' (?:\(\d+\) )?panicked at/,
    words: (part) => `a task of the thread \`${part}\` has panicked`,
    source: "rust-lang/rust: library/std/src/panicking.rs",
    example: "thread 'tokio-runtime-worker' panicked at src/jobs.rs:14:22:",
    nearMiss: "thread 'main' panicked at src/main.rs:3:5:",
  },
  {
    id: "part/supervisord-fatal",
    ...SUPERVISORD,
    pattern: /\bgave up: (\S+) entered FATAL state/,
    words: (part) => `supervisord gave up \`${part}\``,
    source: "Supervisor/supervisor: supervisor/process.py",
    example:
      "2026-11-30 10:00:09,000 INFO gave up: worker entered FATAL state, too many start retries too quickly",
    nearMiss: "2026-11-30 10:00:05,000 INFO success: worker entered RUNNING state",
  },
  {
    id: "part/supervisord",
    ...SUPERVISORD,
    pattern: /\bexited: (\S+) \((?:exit status \d+|terminated by \w+[^;)]*); not expected\)/,
    words: (part) => `\`${part}\` of supervisord has ended and not come back`,
    source: "Supervisor/supervisor: supervisor/process.py",
    example: "2026-11-30 10:00:03,000 INFO exited: worker (exit status 1; not expected)",
    nearMiss: "2026-11-30 10:00:03,000 INFO exited: migrate (exit status 0; expected)",
  },
  {
    id: "part/concurrently",
    pattern: /^\[([\w-]+)\] .+ exited with code [1-9]\d*$/,
    words: (part) => `\`${part}\` of concurrently has ended`,
    again: /^\[([\w-]+)\] .+ restarted$/,
    source: "open-cli-tools/concurrently: lib/flow-control/log-exit.ts, restart-process.ts",
    example: "[worker] npm run worker exited with code 1",
    nearMiss: "[migrate] npm run migrate exited with code 0",
  },
  {
    id: "part/pm2",
    pattern: /\bApp \[([^\]]+)\] exited with code \[[1-9]\d*\]/,
    words: (part) => `\`${part}\` of PM2 has ended and not come back`,
    again: /\bApp \[([^\]]+)\] online/,
    source: "Unitech/pm2: lib/God.js",
    example: "PM2      | App [worker:1] exited with code [1] via signal [SIGINT]",
    nearMiss: "PM2      | App [worker:1] exited with code [0] via signal [SIGINT]",
  },
];

/** So many lines after it, Python's traceback has said why. */
const TRACEBACK_LINES = 200;
const LONGEST = 160;
const MOST_PARTS = 100;

/** What a line says to have ended; undefined where it says no such thing. */
function rowOf(line: string): { readonly row: EndedPartRow; readonly part: string } | undefined {
  for (const row of ENDED_PARTS) {
    const found = row.pattern.exec(line);
    if (found !== null) return { row, part: found[1] ?? "" };
  }
  return undefined;
}

/** Whether the line itself says that a part has ended. */
export const saysPartEnded = (line: string): boolean => rowOf(line) !== undefined;

interface EndedPart {
  readonly row: EndedPartRow;
  readonly part: string;
  readonly times: number;
  why: string;
}

/** Reads, line by line, which parts of a program have ended and have not been started again. */
export class EndedParts {
  readonly #parts = new Map<string, EndedPart>();
  #open: EndedPart | undefined;
  #left = 0;

  add(line: string): void {
    this.#readWhy(line);
    const ended = rowOf(line);
    if (ended !== undefined) this.#note(ended.row, ended.part);
    for (const { again } of ENDED_PARTS) {
      const part = again?.exec(line)?.[1];
      if (part !== undefined) this.#forget(part);
    }
  }

  /** In words, with why where that is known; empty where there is none. */
  words(): string {
    const [first, ...rest] = [...this.#parts.values()];
    if (first === undefined) return "";
    const { row, part, times, why } = first;
    const often = times > 1 ? `, ${times} times` : "";
    const more = rest.length > 0 ? `, and ${rest.length} more such parts` : "";
    return `${row.words(part)}${often}${why === "" ? "" : `: ${why}`}${more}`;
  }

  #note(row: EndedPartRow, part: string): void {
    const key = `${row.key ?? row.id} ${part}`;
    const known = this.#parts.get(key);
    const ended = {
      row,
      part: redact(part).slice(0, LONGEST),
      times: (known?.row === row ? known.times : 0) + 1,
      why: known?.why ?? "",
    };
    if (known === undefined && this.#parts.size >= MOST_PARTS) return;
    this.#parts.set(key, ended);
    this.#open = row.traceback === true ? ended : undefined;
    this.#left = TRACEBACK_LINES;
  }

  #forget(part: string): void {
    for (const [key, ended] of this.#parts)
      if (ended.row.again !== undefined && ended.part === part) this.#parts.delete(key);
  }

  #readWhy(line: string): void {
    if (this.#open === undefined || this.#left-- <= 0) return;
    if (!/^[A-Za-z_][\w.]*(?:Error|Exception|Exit|Interrupt|Timeout|Refused|Group)?(?:: |$)/.test(line))
      return;
    if (/^(?:Traceback|future|During|The above)\b/.test(line)) return;
    this.#open.why = redact(line).slice(0, LONGEST);
    this.#open = undefined;
  }
}
