import path from "node:path";
import { type Fact, factsOf, known, type StartCommandFact, unknown } from "../../domain";
import { isGiven } from "../../platforms";
import type { EnvironmentFacts } from "../environments/environments";
import type { Repository } from "../reader";
import { ModuleGraph, type Reach } from "../readers/code/module-graph";
import { JAVASCRIPT_LANGUAGE } from "../readers/javascript/language";
import { PYTHON_LANGUAGE } from "../readers/python/language";
import { isOfGroup } from "../services/built-services";
import { fileOf, folderOf } from "../services/service-folders";
import { applicationFacts } from "./application-facts";
import { type Chain, IN_ANOTHER, OF_ANOTHER } from "./chain";
import { settingOfVariable } from "./code-settings";
import type { Entry } from "./entry";
import { imageNeeds } from "./images/no-command";
import { Judged } from "./judged";
import { whereActive } from "./only-where";
import { isPortOrBind } from "./port-or-bind";
import { projectFacts } from "./project";
import { absentProgram } from "./project/absent-programs";
import { misspeltInSites } from "./project/misspelt-imports";
import { startOutside } from "./project/start-outside";
import { resolveProject } from "./resolve-project";
import { runByItself } from "./ruby-program";
import { FOLLOWED, settingOf, withoutSeconds } from "./second-ports";
import { setByCommand } from "./set-by-command";
import { shownSites } from "./shown-sites";
import { siteFacts } from "./site-facts";
import { isOfAnother, onceEach, startsOf } from "./starts-of";
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
  const foldersOf = (fact: StartCommandFact): readonly string[] => [
    ...new Set([...roots, fact.runsIn ?? folderOf(fileOf(fact)), folder, ""]),
  ];
  const isElsewhere = (start: StartCommandFact): boolean => isOfAnother(start, facts);
  const { repository } = all;
  const projects = starts.map((start) => ({ start, facts, bases: foldersOf(start), repository }));
  const outside = projects.map((project) =>
    isElsewhere(project.start) ? undefined : (startOutside(project) ?? absentProgram(project)),
  );
  const chains = projects.map((project, index) =>
    isElsewhere(project.start) ? IN_ANOTHER : (outside[index]?.chain ?? resolveProject(project, folder)),
  );
  const shown = shownSites(starts, chains, facts, repository);
  const entries = chains.map((chain) => entryOf(chain, all.repository));
  const judged = new Judged(entries, isNativePython(facts));
  const others = facts.flatMap((fact): readonly Fact[] => {
    if (fact.kind === "script" || isReplaced(fact, starts)) return [];
    const at = fact.kind === "start-command" ? starts.indexOf(fact) : -1;
    const why = shown[at];
    if (why !== undefined) return [{ ...fact, command: unknown<string>(why) } as Fact];
    const overrides = chains[at]?.overrides;
    return overrides === undefined ? [fact] : [{ ...fact, command: known(overrides) } as Fact];
  });
  const added = reachedElsewhere(itself, entries, all);
  // What a command sets wins over the variables that it is started with.
  const withSet = [...setByCommand(entries), ...facts];
  const decided = [...others, ...added]
    .flatMap((fact) => settingOf(fact, withSet))
    .flatMap((fact) => settingOfVariable(fact, withSet))
    .flatMap((fact) => runByItself(fact, entries, all.repository))
    .flatMap((fact) => whereActive(fact, withSet, entries))
    .flatMap((fact) => judged.decided(withVariable(fact, withSet)))
    .flatMap((fact) => withFlag(fact, entries));
  const listens = factsOf(facts, "platform").every((fact) => fact.listens !== false);
  return {
    ...itself,
    entries,
    facts: [
      ...imageNeeds(facts, all.repository),
      ...misspeltInSites(facts, folder, repository),
      ...siteFacts(facts, folder, repository),
      ...(listens
        ? withoutSeconds(decided, entries, all.repository)
        : decided.filter((fact) => !isPortOrBind(fact))),
      ...onceEach(starts, (fact, index) => {
        const [chain, entry, project] = [chains[index], entries[index], projects[index]];
        if (chain === undefined || entry === undefined || project === undefined) return [];
        if (isElsewhere(fact)) return [{ ...fact, command: unknown<string>(OF_ANOTHER) }];
        return [
          ...lastCommand(fact, chain, shown[index]),
          ...(outside[index]?.facts ?? []),
          ...applicationFacts(fact, chain, project.bases, repository, facts),
          ...(listens ? webServerFacts(project, chain.steps, chain.isFront) : []),
          ...projectFacts(project, chain, entry),
        ];
      }),
    ],
  };
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
function lastCommand(fact: StartCommandFact, chain: Chain, shown?: string): readonly Fact[] {
  const last = chain.steps.at(-1);
  if (last === undefined) return [];
  const at = { ...fact, place: last.place };
  if (shown !== undefined) return chain.steps.length > 1 ? [{ ...at, command: unknown<string>(shown) }] : [];
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
  // What is set for all of an app's process groups is stated of the one that answers.
  const isGroup = isOfGroup(facts);
  const isOwn = ({ kind }: Fact): boolean => !isGroup || kind !== "wanted-variable";
  return [...files].flatMap((file) =>
    own.has(file)
      ? []
      : (byFile.get(file) ?? []).filter(isOwn).map((fact) => ({
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

/** A bind whose host a variable gives: its value where it is set, else what code takes in its place. */
function withVariable(fact: Fact, facts: readonly Fact[]): Fact {
  if (fact.kind !== "bind" || fact.from === undefined) return fact;
  const { variable, otherwise, portText } = fact.from;
  const set = factsOf(facts, "variable").find(({ name }) => name === variable);
  const isOpen = isGiven(variable) || otherwise === undefined;
  if (set === undefined) return isOpen ? fact : { ...fact, host: known(otherwise) };
  const { from: _, ...stated } = fact;
  const isAddress = set.value.known && portText !== undefined;
  return { ...stated, host: isAddress ? known(set.value.value.replace(/:\d*$/, "")) : set.value };
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
