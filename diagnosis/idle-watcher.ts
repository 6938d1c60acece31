/** A tool that starts a program again when a file changes, and goes on when the program has ended. */
interface WatcherRow {
  readonly id: string;
  readonly name: string;
  /** That the program has ended, and the tool waits for a change. */
  readonly waits: RegExp;
  /** That it starts the program. */
  readonly starts: RegExp;
  readonly source: string;
  readonly example: string;
  readonly nearMiss: string;
}

export const WATCHERS: readonly WatcherRow[] = [
  {
    id: "watcher/nodemon",
    name: "nodemon",
    waits: /^\[nodemon\] (?:app crashed - waiting for file changes|clean exit - waiting for changes)/,
    starts: /^\[nodemon\] (?:starting|restarting)\b/,
    source: "remy/nodemon: lib/monitor/run.js",
    example: "[nodemon] app crashed - waiting for file changes before starting...",
    nearMiss: "[nodemon] watching path(s): *.*",
  },
  {
    id: "watcher/node",
    name: "`node --watch`",
    waits: /^(?:Failed|Completed) running '.+'\. Waiting for file changes before restarting/,
    starts: /^Restarting '.+'$/,
    source: "nodejs/node: lib/internal/main/watch_mode.js",
    example: "Failed running 'worker.js'. Waiting for file changes before restarting...",
    nearMiss: "Completed running 'mails'",
  },
  {
    id: "watcher/dotnet",
    name: "`dotnet watch`",
    waits:
      /^dotnet watch (?:\S+ )?(?:Waiting for a file to change before restarting|Exited with error code \d+)/,
    starts: /^dotnet watch (?:\S+ )?(?:Started|Building)\b/,
    source: "dotnet/sdk: src/BuiltInTools/dotnet-watch",
    example: "dotnet watch ⏳ Waiting for a file to change before restarting dotnet...",
    nearMiss: "dotnet watch 🔥 Hot reload enabled.",
  },
  {
    id: "watcher/cargo",
    name: "`cargo watch`",
    waits: /^\[Finished running\. Exit status: \d+\]$/,
    starts: /^\[Running '.+'\]$/,
    source: "watchexec/cargo-watch: src/options.rs",
    example: "[Finished running. Exit status: 101]",
    nearMiss: "[Finished running the migration]",
  },
];

/** Reads, line by line, whether a tool that watches files is all that still runs. */
export class IdleWatcher {
  #waiting: WatcherRow | undefined;
  #line = "";

  add(line: string): void {
    for (const row of WATCHERS) {
      if (row.waits.test(line)) [this.#waiting, this.#line] = [row, line];
      else if (this.#waiting === row && row.starts.test(line)) this.#waiting = undefined;
    }
  }

  /** In words; undefined where the program runs, or no such tool does. */
  words(): string | undefined {
    const { name } = this.#waiting ?? {};
    return name === undefined
      ? undefined
      : `the program has ended, and ${name} waits for a change of a file, which never comes (\`${this.#line}\`)`;
  }
}
