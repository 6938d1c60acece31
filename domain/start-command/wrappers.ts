import { rememberedOfWords } from "../remembered";
import { splitByEnv } from "./env-text";
import { ASSIGNMENT } from "./line-variables";

/** A tool that starts the command after it. */
export interface Wrapper {
  readonly name: RegExp;
  /** Words that must follow, such as `run`. */
  readonly words?: RegExp;
  /** Its options that take a value. */
  readonly valued?: readonly string[];
  /** How many plain arguments come before the command, such as a user's name. */
  readonly plain?: number;
}

/** Each from its own documentation or `--help`. */
const WRAPPERS: readonly Wrapper[] = [
  { name: /^(?:nohup|time|command|xvfb-run|stdbuf|setsid|cross-env(?:-shell)?)$/ },
  { name: /^exec$/, valued: ["-a"] },
  { name: /^env$/, valued: ["-u", "--unset", "-C", "--chdir"] },
  { name: /^(?:nice|ionice)$/, valued: ["-n", "-c"] },
  { name: /^timeout$/, valued: ["-k", "--kill-after", "-s", "--signal"], plain: 1 },
  { name: /^(?:dumb-init|tini|catatonit|init)$/, valued: ["-r", "--rewrite", "-e", "-p"] },
  {
    name: /^(?:poetry|uv|pipenv|pdm|rye|hatch|pixi|varlock|honeybadger|honcho)$/,
    words: /^run$/,
    valued: [
      ...["--with", "--env-file", "--project", "--directory", "-p", "-c", "--python", "--extra", "--group"],
      ...["-e", "--env", "-f"],
    ],
  },
  { name: /^foreman$/, words: /^run$/, valued: ["-e", "--env", "-d", "--root", "-f", "--procfile"] },
  {
    name: /^(?:doppler|infisical)$/,
    words: /^run$/,
    valued: [
      ...[
        "-p",
        "--project",
        "-c",
        "--config",
        "-t",
        "--token",
        "--command",
        "--mount",
        "--fallback",
        "--scope",
      ],
      ...["-e", "--env", "--path", "--projectId", "--tags", "--domain"],
    ],
  },
  { name: /^op$/, words: /^run$/, valued: ["--env-file", "--account", "--environment"] },
  { name: /^(?:chamber|aws-vault)$/, words: /^exec$/, plain: 1 },
  { name: /^(?:dotenv|dotenvx|env-cmd)$/, valued: ["-e", "-f", "-v", "-c", "--env-file", "-p"] },
  { name: /^bundle$/, words: /^exec$/ },
  { name: /^(?:opentelemetry-instrument|ddtrace-run|sentry-run|scout-run)$/ },
  { name: /^newrelic-admin$/, words: /^run-program$/ },
  { name: /^(?:gosu|su-exec|setpriv|chroot)$/, plain: 1 },
  { name: /^(?:wait-for-it(?:\.sh)?|wait-for(?:\.sh)?|wait)$/, valued: ["-t", "-h", "-p"], plain: 1 },
  // github.com/heroku/heroku-buildpack-pgbouncer
  { name: /^start-(?:pgbouncer(?:-stunnel)?|stunnel)$/ },
  { name: /^dockerize$/, valued: ["-wait", "-timeout", "-template", "-wait-retry-interval"] },
  // github.com/tellerops/teller; github.com/GoogleCloudPlatform/berglas; github.com/cyberark/summon; github.com/bank-vaults
  { name: /^teller$/, words: /^run$/, valued: ["-c", "--config"] },
  { name: /^berglas$/, words: /^exec$/ },
  { name: /^summon$/, valued: ["-p", "--provider", "-f", "-e", "--environment", "-D", "--up"] },
  { name: /^vault-env$/ },
  // docs.conda.io: conda run; mise.jdx.dev/cli/exec; asdf-vm.com/manage/commands; direnv.net/man/direnv.1.html
  {
    name: /^(?:conda|mamba|micromamba)$/,
    words: /^run$/,
    valued: ["-n", "--name", "-p", "--prefix", "--cwd", "-r", "--root-prefix", "-a", "--attach", "-e"],
  },
  { name: /^mise$/, words: /^(?:exec|x)$/, valued: ["-C", "--cd", "-j", "--jobs", "-E", "--env"] },
  { name: /^asdf$/, words: /^exec$/ },
  { name: /^direnv$/, words: /^exec$/, plain: 1 },
  { name: /^proxychains4?$/, valued: ["-f"] },
];

/** Tools that start what a package brings; a message names them with it. */
const PACKAGE_RUNNERS: readonly Wrapper[] = [
  { name: /^(?:npx|bunx|pnpx)$/, valued: ["-p", "--package", "-c", "--call"] },
  { name: /^(?:pnpm|yarn|bun|npm)$/, words: /^(?:exec|dlx|x)$/ },
];

const STARTERS: readonly Wrapper[] = [...WRAPPERS, ...PACKAGE_RUNNERS];

const startedBy = rememberedOfWords((words) => unwrapped(words, STARTERS)[1]);

/** The words of a command without what only starts it. */
export function withoutWrappers(words: readonly string[], more: readonly Wrapper[] = []): readonly string[] {
  return more.length === 0 ? startedBy(words) : unwrapped(words, [...STARTERS, ...more])[1];
}

/**
 * A tool of a package by its own name: `npx knex`, `node_modules/.bin/knex`, and `yarn knex`, which runs a script of that
 * name where there is one.
 */
export function toolOf(words: readonly string[]): readonly string[] {
  const [name = "", ...rest] = withoutWrappers(words);
  const [tool = ""] = rest;
  if (/^(?:yarn|pnpm|bun)$/.test(name) && /^[a-z][\w-]*$/.test(tool) && !OF_MANAGER.test(tool)) return rest;
  const own = /^(?:\S*\/)?node_modules\/\.bin\/([\w-]+)$/.exec(name)?.[1];
  return own === undefined ? [name, ...rest] : [own, ...rest];
}

/** Words of a package manager's own, and names that scripts commonly have. */
const OF_MANAGER =
  /^(?:run|start|build|install|i|ci|add|test|lint|dev|serve|server|preview|prod|production|migrate|deploy|release|workspace|workspaces|node|set|config|link)$/;

/** What only starts a command, assignments among it, and the command itself, with a package runner before it. */
export function unwrapped(
  words: readonly string[],
  wrappers: readonly Wrapper[] = WRAPPERS,
): readonly [before: readonly string[], words: readonly string[]] {
  const before: string[] = [];
  let rest = words;
  for (let depth = 0; depth < 10; depth += 1) {
    const set = rest.findIndex((word) => !ASSIGNMENT.test(word));
    before.push(...rest.slice(0, set < 0 ? rest.length : set));
    rest = set < 0 ? [] : rest.slice(set);
    const name = rest[0]?.split("/").at(-1) ?? "";
    const row = wrappers.find((wrapper) => wrapper.name.test(name));
    if (row === undefined) break;
    const split = name === "env" ? splitByEnv(rest) : rest;
    const inner = behind(row, split.slice(1));
    // `pnpm start` and `dotenv` alone start nothing of their own.
    if (inner === undefined || inner.length === 0) break;
    before.push(...split.slice(0, split.length - inner.length));
    rest = inner;
  }
  return [before, rest];
}

function behind(row: Wrapper, words: readonly string[]): readonly string[] | undefined {
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
