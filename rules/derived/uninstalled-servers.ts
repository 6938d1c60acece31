import { type Fact, factsOf } from "../../domain/fact";
import type { Undecided } from "../../domain/rule";
import { simpleCommands } from "../../domain/start-command/shell";
import { withoutWrappers } from "../../domain/start-command/wrappers";

/**
 * Servers and workers of Python's by their programs, and the packages that bring each of them, by their names in PyPI
 * (as known from their own metadata, which was not read for it). FastAPI brings uvicorn with its extras alone.
 */
const BRINGS: Readonly<Record<string, RegExp>> = {
  uvicorn: /^(?:uvicorn|uvicorn-worker|fastapi-cli|fastapi\[(?:\w+,)*(?:standard|all)\b.*|fastapi-slim\[.*)/,
  gunicorn: /^(?:gunicorn|uvicorn-worker|uvicorn\[gunicorn\])/,
  hypercorn: /^(?:hypercorn|quart)/,
  daphne: /^(?:daphne|channels\[)/,
  granian: /^granian/,
  waitress: /^waitress/,
  "waitress-serve": /^waitress/,
  uwsgi: /^uwsgi/,
  celery: /^(?:celery|flower|django-celery-)/,
  rq: /^(?:rq|django-rq)/,
  arq: /^arq/,
  dramatiq: /^(?:dramatiq|django-dramatiq)/,
  huey_consumer: /^huey/,
  streamlit: /^streamlit/,
  flask: /^flask/,
  fastapi: /^fastapi/,
};

/** An install of pip, with all that it is given. */
const OF_PIP = /^(?:python3?(?:\.\d+)? -m )?pip3?(?:\.\d+)? install (.+)$/;
const VALUED =
  /^(?:-i|--index-url|--extra-index-url|--find-links|-f|--timeout|--retries|--python-version|--platform)$/;
/** What a build may do beside and bring no package. */
const HARMLESS =
  /^(?:(?:python3?|\.?\/?manage\.py|django-admin|alembic|flask|npm|npx|yarn|pnpm|node|echo|mkdir|cp|mv|rm|chmod|ls|set|cd|true|export)(?: |$))/;

/** A start command's server that the packages which a build names do not bring, as far as their names say. */
export function uninstalledServers(facts: readonly Fact[]): readonly Undecided[] {
  const isPython = factsOf(facts, "platform").some(({ runtime }) => runtime === "python");
  const builds = factsOf(facts, "platform-command").filter(({ by }) => by === "build command");
  if (!isPython || builds.length === 0) return [];
  const named = builds.map(({ command }) => (command.known ? packagesOf(command.value) : undefined));
  const installed = named.flatMap((one) => one ?? []);
  if (named.includes(undefined) || installed.length === 0) return [];
  return factsOf(facts, "start-command").flatMap(({ place, command }) => {
    if (!command.known || place.source !== "resource" || /\b(?:pip3?|uv|poetry)\b/.test(command.value))
      return [];
    const program = simpleCommands(command.value)
      .map(({ words }) => programOf(withoutWrappers(words)))
      .find((one) => one !== undefined && !installed.some((name) => BRINGS[one]?.test(name)));
    return program === undefined
      ? []
      : [{ place, why: `the build installs no package that is known to bring \`${program}\`` }];
  });
}

function programOf([first = "", second, third = ""]: readonly string[]): string | undefined {
  const name = /^python3?(?:\.\d+)?$/.test(first) && second === "-m" ? third : first;
  return Object.hasOwn(BRINGS, name) ? name : undefined;
}

/** The packages that a build installs by their names; undefined where it may install others. */
function packagesOf(build: string): readonly string[] | undefined {
  const all: string[] = [];
  for (const { words } of simpleCommands(build)) {
    const [, rest] = OF_PIP.exec(words.join(" ")) ?? [];
    if (rest === undefined) {
      if (HARMLESS.test(words.join(" "))) continue;
      return undefined;
    }
    const names = rest.split(" ").filter((_word, at, every) => !VALUED.test(every[at - 1] ?? ""));
    // Requirement files, the package itself, and what is named by an address bring what is written there.
    if (
      names.some((word) =>
        /^(?:-r|-e|-c|--requirement|--editable|--constraint)|^\.|[/@]|\.(?:whl|txt)/.test(word),
      )
    )
      return undefined;
    all.push(
      ...names.filter((word) => !word.startsWith("-")).map((word) => word.toLowerCase().replaceAll("_", "-")),
    );
  }
  return all;
}
