import path from "node:path";
import { type Fact, factsOf, gunicornConfiguration, startedFile, unknown } from "../../domain";
import type { EnvironmentFacts } from "../environments/environments";
import { fileOf, folderOf } from "./service-folders";

/**
 * Decides what holds only where a file itself is started: `uvicorn.run(app, host="127.0.0.1")` under `__main__`
 * binds where the start command is `python main.py`, is absent where that is `uvicorn main:app`, and is unknown
 * where no start command, or several that differ, are there.
 *
 * @param folder the service's, from the audited folder
 * @param paths every file of the walk
 */
export function withStartedFiles(
  itself: EnvironmentFacts,
  folder: string,
  paths: readonly string[],
): EnvironmentFacts {
  const { facts } = itself;
  if (!facts.some((fact) => "started" in fact)) return itself;
  const commands = factsOf(facts, "start-command");
  const filesBy = (read: (command: string) => ReturnType<typeof startedFile>): StartedFiles =>
    commands.map((fact) =>
      fact.command.known ? filesOf(fact, read(fact.command.value), folder, paths) : undefined,
    );
  const started = filesBy(startedFile);
  const configured = filesBy((command) => {
    const file = gunicornConfiguration(command);
    return file === undefined ? "server" : [file];
  });
  const decided = facts.flatMap((fact): readonly Fact[] => {
    if ((fact.kind !== "port" && fact.kind !== "bind") || fact.started === undefined) return [fact];
    const { started: how, ...stated } = fact;
    if (how === "configuration" && isNativePython(facts)) return [];
    if (how === "program") return startsServers(started) ? [] : [stated];
    const holds = isStarted(fileOf(fact), how, how === "configuration" ? configured : started);
    if (holds !== undefined) return holds ? [stated] : [];
    const why = unknown(
      "it holds only where the file is started by itself, and no start command says whether it is",
    );
    return [stated.kind === "port" ? { ...stated, port: why } : { ...stated, host: why }];
  });
  return { ...itself, facts: decided };
}

/** For each start command the files that it may start; undefined where that is not known. */
type StartedFiles = readonly (readonly string[] | undefined)[];

/** Whether each start command starts a server of its own, such as uvicorn: a program that listens is another one. */
function startsServers(started: StartedFiles): boolean {
  return started.length > 0 && started.every((files) => files?.length === 0);
}

/** Render's native Python tells gunicorn what to bind, by GUNICORN_CMD_ARGS, which wins over its configuration. */
function isNativePython(facts: readonly Fact[]): boolean {
  return factsOf(facts, "platform").some(({ runtime }) => runtime === "python");
}

/** Undefined where the start commands do not say it, or differ. */
function isStarted(
  file: string,
  how: "file" | "function" | "configuration",
  started: StartedFiles,
): boolean | undefined {
  if (started.length === 0 || started.includes(undefined)) return undefined;
  if (started.every((files) => files?.includes(file))) return true;
  // A function of another file may be what the started one calls.
  const isCertain = how !== "function" || started.every((files) => files?.length === 0);
  return isCertain && !started.some((files) => files?.includes(file)) ? false : undefined;
}

/** The files that a command may have started; none where a server imports the code, undefined where it is not known. */
function filesOf(
  fact: Fact,
  named: ReturnType<typeof startedFile>,
  folder: string,
  paths: readonly string[],
): readonly string[] | undefined {
  if (named === "server") return [];
  if (named === undefined) return undefined;
  const wanted = named.flatMap(sourcesOf);
  const folders = [...new Set([folderOf(fileOf(fact)), folder])];
  const exact = folders.flatMap((from) => wanted.map((file) => path.posix.join(from, file)));
  const there = exact.filter((file) => paths.includes(file));
  if (there.length > 0) return there;
  // An image's working folder may hold what lies in a folder below.
  const within = folder === "" ? "" : `${folder}/`;
  const below = paths.filter(
    (file) => file.startsWith(within) && wanted.some((end) => file.endsWith(`/${end}`)),
  );
  return below.length === 1 ? below : undefined;
}

/** What a compiler made of a TypeScript file is started in its place. */
function sourcesOf(file: string): readonly string[] {
  const [, below] = /^(?:dist|build|lib|out)\/(.+)\.[cm]?js$/.exec(file) ?? [];
  return below === undefined ? [file] : [file, `src/${below}.ts`, `${below}.ts`];
}
