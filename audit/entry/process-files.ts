import path from "node:path";
import { readStartCommand } from "../../domain";
import { flagValue, flagValues, plainWords } from "../../domain/start-command/flag-value";
import { makeTarget, packageScript, supervisedPrograms } from "./command-files";
import { ecosystemScript } from "./ecosystem";
import type { EntryStep } from "./entry";
import { frontOfPrograms } from "./front-proxy";
import { type ProcfileRun, procfileRun, startedProcesses } from "./procfile-runner";
import type { StartFiles } from "./start-files";

/** What a file of processes or of recipes leads to. */
export type ProcessStep =
  | { readonly is: "command"; readonly step: EntryStep; readonly bases: readonly string[] }
  | { readonly is: "file"; readonly file: string }
  /** A web server, with other programs that may be behind it. */
  | { readonly is: "front"; readonly step: EntryStep }
  | { readonly is: "open"; readonly why: string; readonly at?: EntryStep };

const open = (why: string, file?: string, text = ""): ProcessStep => ({
  is: "open",
  why,
  ...(file !== undefined && { at: { place: { source: "file", file, line: 1 }, text } }),
});

/** The step behind make, pm2, supervisord or a runner of Procfiles; undefined for any other program. */
export function processStep(
  name: string,
  rest: readonly string[],
  bases: readonly string[],
  start: StartFiles,
): ProcessStep | undefined {
  if (name === "make") return make(rest, bases, start);
  if (/^pm2(?:-runtime|-docker)?$/.test(name)) return pm2(rest, bases, start);
  if (name === "composer") return composer(rest, bases, start);
  if (name === "supervisord") return supervisor(rest, bases, start);
  const run = procfileRun(name, rest);
  return run === undefined ? undefined : procfile(run, bases, start);
}

const textOf = ({ repository }: StartFiles, file: string): string => repository.text(file) ?? "";

/** gnu.org/software/make/manual: options summary, makefile names */
const MAKE_FILE = ["-f", "--file", "--makefile"];

function make(rest: readonly string[], bases: readonly string[], start: StartFiles): ProcessStep {
  const folder = flagValue(rest, ["-C", "--directory"]);
  const target = plainWords(rest, [...MAKE_FILE, "-C", "--directory"]).find((word) => !word.includes("="));
  const [named, ...others] = flagValues(rest, MAKE_FILE);
  if (others.length > 0) return open("make reads several files");
  const inside = folder === undefined ? bases : bases.map((base) => path.posix.join(base, folder));
  const file = (named === undefined ? ["GNUmakefile", "makefile", "Makefile"] : [named])
    .map((name) => start.find(inside, name))
    .find((found) => found !== undefined);
  const step = file === undefined ? undefined : makeTarget(file, textOf(start, file), target, rest);
  if (file === undefined || step === undefined) return open(`no recipe of \`${target ?? "make"}\` is found`);
  return { is: "command", step, bases: [path.posix.dirname(file), ...inside] };
}

/** A script of composer.json: `composer start` and `composer run-script start` (getcomposer.org/doc/articles/scripts.md). */
function composer(
  rest: readonly string[],
  bases: readonly string[],
  start: StartFiles,
): ProcessStep | undefined {
  const [script, named] = rest.filter((word) => !word.startsWith("-"));
  const wanted = /^(?:run|run-script|exec)$/.test(script ?? "") ? named : script;
  const file = start.find(bases, "composer.json");
  if (wanted === undefined || file === undefined) return undefined;
  const step = packageScript(start.repository, file, wanted);
  return step === undefined || step === "none"
    ? undefined
    : { is: "command", step, bases: [path.posix.dirname(file), ...bases] };
}

/** pm2.keymetrics.io/docs/usage/quick-start and `pm2-runtime --help`: options with a value */
const PM2_VALUED = [
  ...["-n", "--name", "-i", "--instances", "-o", "--output", "-e", "--error", "-l", "--log", "-u", "--user"],
  ...[
    "--uid",
    "--gid",
    "--cwd",
    "--env",
    "--interpreter",
    "--interpreter-args",
    "--node-args",
    "--namespace",
  ],
  ...["--max-memory-restart", "--restart-delay", "--exp-backoff-restart-delay", "--kill-timeout", "--cron"],
  ...[
    "--cron-restart",
    "--only",
    "--delay",
    "--secret",
    "--public",
    "--machine-name",
    "--log-type",
    "-p",
    "--pid",
  ],
];

function pm2(rest: readonly string[], bases: readonly string[], start: StartFiles): ProcessStep {
  const named = plainWords(rest, PM2_VALUED).find((word) => word !== "start");
  if (named === undefined) return open("pm2 is given no file");
  const file = start.findProgram(bases, named);
  if (file === undefined) return open(`\`${named}\` is not in the repository`);
  if (!/ecosystem|\.config\.[cm]?js$|\.json$/.test(named)) return { is: "file", file };
  const environment = flagValue(rest, ["--env"]);
  if (/["'`](?:\S*\/)?(?:nginx|caddy|haproxy|traefik|envoy|apache2|httpd)["'`]/.test(textOf(start, file)))
    return open("one of its applications is a proxy", file, named);
  const found = ecosystemScript(file, textOf(start, file), environment, flagValue(rest, ["--only"]));
  if (found === "several") return open("it starts several applications", file, named);
  if (found === undefined) return open("it names no script that could be read", file, named);
  const within = [path.posix.join(path.posix.dirname(file), found.cwd), ...bases];
  return { is: "command", step: found.step, bases: within };
}

function supervisor(rest: readonly string[], bases: readonly string[], start: StartFiles): ProcessStep {
  // supervisord.org/running.html: short options may be written as one, and `-n` has no value.
  const words = rest.map((word) => word.replace(/^-n(?=c)/, "-"));
  const name = flagValue(words, ["-c", "--configuration"]) ?? "supervisord.conf";
  const file = start.find(bases, name);
  if (file === undefined) return open(`\`${name}\` is not in the repository`);
  const programs = supervisedPrograms(file, textOf(start, file));
  const front = frontOfPrograms(programs, bases, start);
  if (front === "several") return open("a proxy among its programs is not read", file, name);
  if (front === undefined && /^\s*\[include\]/m.test(textOf(start, file)))
    return open("it includes the programs of other files", file, name);
  if (front !== undefined && programs.length > 1) return { is: "front", step: front };
  const only = servingOf(programs);
  return only === undefined
    ? open("it runs several programs", file, name)
    : { is: "command", step: only, bases };
}

/** Of several programs the one that is a server, or the only one. */
function servingOf(programs: readonly EntryStep[]): EntryStep | undefined {
  const serving = programs.filter(({ text }) => readStartCommand(text) !== undefined);
  const [only, ...more] = serving.length > 0 ? serving : programs;
  return more.length === 0 ? only : undefined;
}

/** Processes that are started beside each other: a proxy among them is in front of the others. */
function procfile(run: ProcfileRun, bases: readonly string[], start: StartFiles): ProcessStep {
  const file = start.find(bases, run.file);
  if (file === undefined) return open(`\`${run.file}\` is not in the repository`);
  const processes = startedProcesses(run, file, textOf(start, file));
  const within = [path.posix.dirname(file), ...bases];
  const front = frontOfPrograms(processes, within, start);
  if (front === "several") return open("a proxy among its processes is not read", file, run.file);
  if (front !== undefined && processes.length > 1) return { is: "front", step: front };
  const step = processes.find(({ name }) => name === "web") ?? servingOf(processes);
  return step === undefined
    ? open("none of its processes is certain to be the one that serves", file, run.file)
    : { is: "command", step, bases: within };
}
