/** Tools that start the command after them, with their options that take a value. */
const WRAPPERS: readonly {
  readonly name: RegExp;
  /** Words that must follow, such as `run`. */
  readonly words?: RegExp;
  readonly valued?: readonly string[];
  /** How many plain arguments come before the command, such as a user's name. */
  readonly plain?: number;
}[] = [
  { name: /^(?:exec|env|nohup|time|command|xvfb-run|stdbuf|setsid|cross-env(?:-shell)?)$/ },
  { name: /^nice$/, valued: ["-n"] },
  { name: /^(?:dumb-init|tini|catatonit|init)$/ },
  {
    name: /^(?:poetry|uv|pipenv|pdm|rye|hatch|pixi|doppler|infisical|varlock|honeybadger)$/,
    words: /^run$/,
    valued: [
      "--with",
      "--env-file",
      "--project",
      "--directory",
      "-p",
      "-c",
      "--python",
      "--extra",
      "--group",
    ],
  },
  { name: /^op$/, words: /^run$/, valued: ["--env-file"] },
  { name: /^(?:npx|bunx|pnpx)$/, valued: ["-p", "--package", "-c", "--call"] },
  { name: /^(?:pnpm|yarn|bun|npm)$/, words: /^(?:exec|dlx|x)$/ },
  { name: /^(?:dotenv|dotenvx|env-cmd)$/, valued: ["-e", "-f", "-v", "-c", "--env-file", "-p"] },
  { name: /^bundle$/, words: /^exec$/ },
  { name: /^(?:opentelemetry-instrument|ddtrace-run|sentry-run|scout-run)$/ },
  { name: /^newrelic-admin$/, words: /^run-program$/ },
  { name: /^(?:gosu|su-exec|setpriv|chroot)$/, plain: 1 },
  { name: /^(?:wait-for-it(?:\.sh)?|wait-for(?:\.sh)?|wait)$/, valued: ["-t", "-h", "-p"], plain: 1 },
  { name: /^dockerize$/, valued: ["-wait", "-timeout", "-template", "-wait-retry-interval"] },
  { name: /^(?:nodemon|watchexec)$/, valued: ["--watch", "-w", "-e", "--ext", "--ignore"] },
];

const ASSIGNMENT = /^[A-Za-z_]\w*=/;

/** The words of a command without what only starts it. */
export function withoutWrappers(words: readonly string[]): readonly string[] {
  let rest = words;
  for (let depth = 0; depth < 10; depth += 1) {
    while (ASSIGNMENT.test(rest[0] ?? "")) rest = rest.slice(1);
    const name = rest[0]?.split("/").at(-1) ?? "";
    const row = WRAPPERS.find((wrapper) => wrapper.name.test(name));
    if (row === undefined) return rest;
    const inner = behind(row, rest.slice(1));
    // `pnpm start` and `dotenv` alone start nothing of their own.
    if (inner === undefined || inner.length === 0) return rest;
    rest = inner;
  }
  return rest;
}

function behind(row: (typeof WRAPPERS)[number], words: readonly string[]): readonly string[] | undefined {
  let index = 0;
  if (row.words !== undefined) {
    if (!row.words.test(words[0] ?? "")) return undefined;
    index = 1;
  }
  let plain = row.plain ?? 0;
  for (; index < words.length; index += 1) {
    const word = words[index] ?? "";
    if (word === "--") return words.slice(index + 1);
    if (row.valued?.includes(word)) index += 1;
    else if (word.startsWith("-") || ASSIGNMENT.test(word)) continue;
    else if (plain > 0) plain -= 1;
    else break;
  }
  return words.slice(index);
}
