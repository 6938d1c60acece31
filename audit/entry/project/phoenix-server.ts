import { type Fact, factsOf } from "../../../domain";
import type { Repository } from "../../reader";
import type { Chain } from "../chain";
import { startedWords } from "../wrappers";
import { fileOfProject, type Project, subjectOf } from "./project";

const NAME = "PHX_SERVER";
/** The condition that Phoenix's generator writes: a block of its own, or in one line. */
const ASKED =
  /^[ \t]*if\s+System\.get_env\("PHX_SERVER"\)\s+do\b[\s\S]*?^[ \t]*end\b|^.*System\.get_env\("PHX_SERVER"\).*$/gm;
/** What makes the endpoint listen without the variable, or by a name that is not followed. */
const LISTENS = /\bserver:\s*(?!false\b)|\bserve_endpoints\b|PHX_SERVER/;

/**
 * A release of Phoenix that is started without PHX_SERVER: its endpoint opens no port
 * (hexdocs.pm/phoenix/releases.html: `bin/server` sets the variable).
 */
export function phoenixServer(project: Project, { steps }: Chain): readonly Fact[] {
  const { repository, facts } = project;
  const last = steps.at(-1);
  const [program = "", command] = startedWords(last?.text ?? "");
  const isRelease = /(?:^|\/)bin\/(?!server$)\w+$/.test(program) && command === "start";
  const mix = fileOfProject(project, "mix.exs")?.text ?? "";
  if (last === undefined || !isRelease || !/\{\s*:phoenix\s*,/.test(mix)) return [];
  const isSaid = steps.some(({ text }) => text.includes(NAME)) || LISTENS.test(mix);
  if (isSaid || factsOf(facts, "variable").some(({ name }) => name === NAME)) return [];
  const settings = ["config.exs", "prod.exs", "runtime.exs", "releases.exs"].flatMap((name) =>
    repository.named(name),
  );
  const asking = settings.filter((file) =>
    /System\.get_env\("PHX_SERVER"\)/.test(repository.text(file) ?? ""),
  );
  if (asking.length !== 1 || isSetElsewhere(settings, repository)) return [];
  return [
    {
      kind: "unmet-need",
      ...subjectOf(project),
      place: last.place,
      of: "variable of Phoenix",
      by: NAME,
      instead: `${asking[0]} asks for it, and nothing sets it`,
    },
  ];
}

/** The settings themselves, the endpoint's code, and what a release runs before it starts. */
function isSetElsewhere(settings: readonly string[], repository: Repository): boolean {
  const texts = settings.map((file) =>
    (repository.text(file) ?? "").replaceAll(/#.*$/gm, "").replaceAll(ASKED, ""),
  );
  const others = [
    ...repository.ending(".ex"),
    ...repository.named("env.sh.eex"),
    ...repository.named("env.sh"),
  ];
  return [...texts, ...others.map((file) => repository.text(file) ?? "")].some((text) => LISTENS.test(text));
}
