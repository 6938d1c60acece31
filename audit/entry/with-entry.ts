// Longer than 200 lines: what the entry reaches, what it starts and what counts are decided together, for each fact.
import path from "node:path";
import { type Fact, factsOf, known, type StartCommandFact, unknown } from "../../domain";
import { isGiven, isManifest } from "../../platforms";
import type { EnvironmentFacts } from "../environments/environments";
import type { Repository } from "../reader";
import { ModuleGraph, type Reach } from "../readers/code/module-graph";
import { JAVASCRIPT_LANGUAGE } from "../readers/javascript/language";
import { PYTHON_LANGUAGE } from "../readers/python/language";
import { fileOf, folderOf, IMAGE_FILE } from "../services/service-folders";
import { applicationFacts } from "./application-facts";
import type { Entry } from "./entry";
import { whereActive } from "./only-where";
import { isPortOrBind, type PortOrBind, undecided } from "./port-or-bind";
import { projectFacts } from "./project";
import { type Chain, resolveStart } from "./resolve";
import { runByItself } from "./ruby-program";
import { FOLLOWED, settingOf, withoutSecondPorts } from "./second-ports";
import { webServerFacts } from "./web-servers/facts";
import { withFlag } from "./with-flag";

/** What one environment of a service starts, and its facts as far as that counts. */
export interface StartedFacts extends EnvironmentFacts {
  readonly entries: readonly Entry[];
}

/** All that the repository states, for services that start code of other folders. */
export interface AllFacts {
  readonly repository: Repository;
  readonly byFile: ReadonlyMap<string, readonly Fact[]>;
}

/**
 * Decides what counts of the service's facts by what it starts: code that its entry does not reach counts for nothing,
 * code of another folder that it reaches counts as its own, and the command that a script ends with takes the place of
 * the script.
 *
 * @param folder the service's, from the audited folder
 */
export function withEntry(itself: EnvironmentFacts, folder: string, all: AllFacts): StartedFacts {
  const { facts } = itself;
  const starts = startsOf(facts);
  const roots = factsOf(facts, "platform").flatMap(({ rootDirectory }) => rootDirectory ?? []);
  const foldersOf = (fact: Fact): readonly string[] => [
    ...new Set([...roots, folderOf(fileOf(fact)), folder, ""]),
  ];
  const chains = starts.map((fact) => resolveStart(fact, foldersOf(fact), folder, all.repository));
  const entries = chains.map((chain) => entryOf(chain, all.repository));
  const judged = new Judged(entries, isNativePython(facts));
  const others = facts.flatMap((fact): readonly Fact[] => {
    if (fact.kind === "script" || isReplaced(fact, starts)) return [];
    const overrides = fact.kind === "start-command" ? chains[starts.indexOf(fact)]?.overrides : undefined;
    return overrides === undefined ? [fact] : [{ ...fact, command: known(overrides) } as Fact];
  });
  const added = reachedElsewhere(itself, entries, all);
  const decided = [...others, ...added]
    .flatMap((fact) => settingOf(fact, facts))
    .flatMap((fact) => runByItself(fact, entries, all.repository))
    .flatMap((fact) => whereActive(fact, facts, entries))
    .flatMap((fact) => judged.decided(withVariable(fact, facts)))
    .flatMap((fact) => withFlag(fact, entries));
  const listens = factsOf(facts, "platform").every((fact) => fact.listens !== false);
  return {
    ...itself,
    entries,
    facts: [
      ...(listens ? withoutSecondPorts(decided, entries) : decided.filter((fact) => !isPortOrBind(fact))),
      ...starts.flatMap((fact, index) => {
        const chain = chains[index];
        const entry = entries[index];
        if (chain === undefined || entry === undefined) return [];
        const bases = foldersOf(fact);
        return [
          ...lastCommand(fact, chain),
          ...applicationFacts(fact, chain, bases, all.repository),
          ...(listens
            ? webServerFacts({ start: fact, facts, bases, repository: all.repository }, chain.steps)
            : []),
          ...projectFacts({ start: fact, facts, bases, repository: all.repository }, chain, entry),
        ];
      }),
    ],
  };
}

/** A platform's own command, else an image's; the `start` script beside them only where neither is stated. */
function startsOf(facts: readonly Fact[]): readonly StartCommandFact[] {
  const all = factsOf(facts, "start-command");
  const procfile = all.filter((fact) => path.posix.basename(fileOf(fact)) === "Procfile");
  const manifest = all.filter(({ place }) => isManifest(place));
  if (manifest.length > 0) return [...manifest, ...procfile];
  const image = all.filter((fact) => IMAGE_FILE.test(fileOf(fact)));
  return image.length + procfile.length > 0 ? [...procfile, ...image] : all;
}

/** The `start` script starts no service where another command is what the service starts. */
function isReplaced(fact: Fact, starts: readonly StartCommandFact[]): boolean {
  return fact.kind === "start-command" && !starts.includes(fact);
}

function entryOf(chain: Chain, repository: Repository): Entry {
  const { steps, end, settings } = chain;
  if (end.is === "program" && end.files !== undefined)
    return { steps, end, settings, reach: { files: new Set(end.files), open: [] } };
  if (end.is === "open" || end.is === "program") return { steps, end, settings };
  if (end.files.length === 0) return { steps, end, settings };
  const reach = reachOf([...end.files, ...settings], repository);
  return reach === undefined ? { steps, end, settings } : { steps, end, settings, reach };
}

function reachOf(files: readonly string[], repository: Repository): Reach | undefined {
  const python = files.filter((file) => PYTHON_LANGUAGE.accepts(file));
  if (python.length > 0) return ModuleGraph.of(repository, PYTHON_LANGUAGE).reach(python);
  const javaScript = files.filter((file) => JAVASCRIPT_LANGUAGE.accepts(file));
  if (javaScript.length === 0) return undefined;
  return ModuleGraph.of(repository, JAVASCRIPT_LANGUAGE).reach(javaScript);
}

/** The command that a script ends with, at its own place; where the chain ends open, that it is not known. */
function lastCommand(fact: StartCommandFact, chain: Chain): readonly Fact[] {
  const last = chain.steps.at(-1);
  if (last === undefined) return [];
  const at = { ...fact, place: last.place };
  if (chain.end.is === "open" && fact.command.known)
    return [{ ...at, command: unknown<string>(`it cannot be followed: ${chain.end.why}`) }];
  return chain.steps.length > 1 ? [{ ...at, command: known(chain.last ?? last.text) }] : [];
}

/** Facts of files that the service runs, and that lie in a folder of another service. */
function reachedElsewhere(
  { facts, service, environment }: EnvironmentFacts,
  entries: readonly Entry[],
  { byFile }: AllFacts,
): readonly Fact[] {
  const own = new Set(facts.map(fileOf));
  const files = new Set(entries.flatMap(({ reach }) => [...(reach?.files ?? [])]));
  return [...files].flatMap((file) =>
    own.has(file)
      ? []
      : (byFile.get(file) ?? []).map((fact) => ({
          ...fact,
          service,
          ...(environment !== undefined && { environment }),
        })),
  );
}

/** Render's native Python gives gunicorn its address, by GUNICORN_CMD_ARGS, which wins over its configuration. */
function isNativePython(facts: readonly Fact[]): boolean {
  return factsOf(facts, "platform").some(({ runtime }) => runtime === "python");
}

/** Whether a fact of code counts, by the entries that are known. */
class Judged {
  private readonly isKnown: boolean;
  private readonly isClosed: boolean;

  constructor(
    private readonly entries: readonly Entry[],
    private readonly nativePython: boolean,
  ) {
    this.isKnown = entries.length > 0 && entries.every(({ end }) => end.is !== "open");
    this.isClosed =
      this.isKnown && entries.every(({ end, reach }) => end.is === "program" || reach?.open.length === 0);
  }

  /** The fact, one that is not decided in its place, or none. */
  decided(fact: Fact): readonly Fact[] {
    const file = fileOf(fact);
    if (fact.kind !== "port" && fact.kind !== "bind") return this.isOutside(file, fact) ? [] : [fact];
    const { started: how, ...stated } = fact;
    if (how === "configuration") return this.configured(file, stated);
    if (COMPILED.test(file)) return this.compiled(file, fact);
    if (!FOLLOWED.test(file)) return [fact];
    if (this.entries.length === 0)
      return how === undefined || how === "program" ? [stated] : [undecided(stated, NO_START)];
    if (this.reaches(file)) return this.reached(file, how, stated);
    if (this.isClosed || this.startsServersOnly()) return [];
    return [undecided(stated, this.whyOpen())];
  }

  /** Code of a compiled language counts where a program of it is started, and its sources hold the file. */
  private compiled(file: string, fact: PortOrBind): readonly Fact[] {
    if (this.entries.length === 0) return [fact];
    const programs = this.entries.filter(({ end }) => end.is === "program");
    if (programs.some(({ reach }) => reach === undefined || reach.files.has(file))) return [fact];
    return this.isKnown ? [] : [undecided(fact, this.whyOpen())];
  }

  private reached(file: string, how: string | undefined, stated: PortOrBind): readonly Fact[] {
    const starting = this.entries.filter(({ end }) => end.is === "file" && end.files.includes(file));
    const startsFile = starting.length > 0;
    if (how === undefined) return [stated];
    if (startsFile && starting.length < this.entries.length && how !== "program")
      return [undecided(stated, "only one of the start commands starts its file")];
    if (how === "program") return this.startsServersOnly() ? [] : [stated];
    if (how === "file") return startsFile ? [stated] : [];
    if (startsFile) return [stated];
    // A function of another file may be what the started one calls.
    return this.startsServersOnly()
      ? []
      : [undecided(stated, "nothing says whether the function it stands in is called")];
  }

  private configured(file: string, stated: PortOrBind): readonly Fact[] {
    if (this.nativePython && /\.py$/.test(file)) return [];
    if (!this.isKnown) return [undecided(stated, this.whyOpen())];
    return this.entries.some(({ settings }) => settings.includes(file)) ? [stated] : [];
  }

  /** What only code that runs can ask for, connect with or load. Secrets and URLs count wherever they are. */
  private isOutside(file: string, { kind }: Fact): boolean {
    const ofRunning =
      kind === "driver" ||
      kind === "wanted-variable" ||
      kind === "overriding-file" ||
      kind === "raw-password" ||
      kind === "address" ||
      kind === "code-setting";
    return ofRunning && FOLLOWED.test(file) && this.isClosed && !this.reaches(file) && !this.isBuilt(file);
  }

  /** A compiled program's own language is not followed, and neither is what its build makes of other files. */
  private isBuilt(file: string): boolean {
    return this.entries.some(({ end }) => end.is === "program") || MIGRATES.test(file);
  }

  private reaches(file: string): boolean {
    return this.entries.some(({ reach }) => reach?.files.has(file) === true);
  }

  /** Whether each entry is a server or a worker of its own, such as uvicorn or celery: what listens is another one. */
  private startsServersOnly(): boolean {
    return this.isKnown && this.entries.every(({ end }) => end.is === "server" || end.is === "worker");
  }

  private whyOpen(): string {
    for (const { end, reach } of this.entries) {
      if (end.is === "open") return `nothing says whether it is started: ${end.why}`;
      const [computed] = reach?.open ?? [];
      if (computed !== undefined)
        return `nothing says whether it is loaded: ${computed.file}:${computed.line} loads files by computed names`;
    }
    return NO_START;
  }
}

/** Code that a compiler reads before anything is started. */
const COMPILED = /\.(?:go|rs|cs)$/;

const NO_START = "it holds only where the file is started by itself, and no start command says whether it is";

/** Migrations run before the service, by tools that its code does not import. */
const MIGRATES =
  /(?:^|\/)(?:alembic|migrations?|prisma|drizzle)\/|(?:^|\/)(?:knexfile|drizzle\.config|prisma\.config)\.[cm]?[jt]s$/;

/** A bind whose host a variable gives: its value where it is set, else what code takes in its place. */
function withVariable(fact: Fact, facts: readonly Fact[]): Fact {
  if (fact.kind !== "bind" || fact.from === undefined) return fact;
  const { variable, otherwise, portText } = fact.from;
  const set = factsOf(facts, "variable").find(({ name }) => name === variable);
  if (set === undefined) return isGiven(variable) ? fact : { ...fact, host: known(otherwise) };
  const { from: _, ...stated } = fact;
  const { value } = set;
  const isAddress = value.known && portText !== undefined;
  return { ...stated, host: isAddress ? known(value.value.replace(/:\d*$/, "")) : value };
}

/** What code binds that another service starts is nothing to one that starts none. */
export function withoutOthersCode(environments: readonly StartedFacts[]): readonly StartedFacts[] {
  const started = new Set(
    environments.flatMap(({ entries }) => entries.flatMap(({ reach }) => [...(reach?.files ?? [])])),
  );
  return environments.map((one) =>
    one.entries.length > 0
      ? one
      : {
          ...one,
          facts: one.facts.filter((fact) => !isPortOrBind(fact) || !started.has(fileOf(fact))),
        },
  );
}

/** Facts of code, by the file that states them. */
export function factsByFile(facts: readonly Fact[]): ReadonlyMap<string, readonly Fact[]> {
  const byFile = new Map<string, Fact[]>();
  for (const fact of facts) {
    const file = path.posix.normalize(fileOf(fact));
    if (!FOLLOWED.test(file) || fact.kind === "credential") continue;
    const own = byFile.get(file);
    if (own === undefined) byFile.set(file, [fact]);
    else own.push(fact);
  }
  return byFile;
}
