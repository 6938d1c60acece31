import path from "node:path";
import type { Fact } from "../../../domain";
import type { MigrationFact } from "../../../domain/repository-fact";
import { placeAt } from "../../../domain/text-place";
import { loadedChains } from "./loaded-chains";
import { areBranches } from "./migration-branches";
import { type Project, subjectOf } from "./project";

const REVISION = /^revision(?:\s*:\s*[\w[\], |."']+)?\s*=\s*["']([\w-]+)["']/m;
const PARENTS = /^down_revision(?:\s*:\s*[\w[\], |."']+?)?\s*=\s*([^\n]+(?:\n[ \t]+[^\n]+)*)/m;

/** The migrations of Alembic and Django below the service's folder. */
export function migrationFacts(project: Project): readonly Fact[] {
  return [...withLoaded(alembicFacts(project), project), ...withLoaded(djangoFacts(project), project)];
}

function withLoaded(facts: readonly MigrationFact[], project: Project): readonly MigrationFact[] {
  const loaded = loadedChains(facts, project);
  return facts.map((fact) => (loaded.has(fact.chain) ? { ...fact, loaded: true } : fact));
}

/** Alembic's (alembic.sqlalchemy.org: branches). */
function alembicFacts(project: Project): readonly MigrationFact[] {
  const { repository, bases } = project;
  const files = repository.below(bases[0] ?? "", ".py").filter((file) => /(?:^|\/)versions\//.test(file));
  const found = files.flatMap((file): readonly MigrationFact[] => {
    const text = repository.text(file) ?? "";
    const revision = REVISION.exec(text)?.[1];
    const parents = PARENTS.exec(text);
    if (revision === undefined || parents === null) return [];
    const written = parents[1] ?? "";
    // What is computed is no parent that could be looked for.
    if (!/^(?:None|["'(])/.test(written.trim())) return [];
    const names = [...written.replace(/#.*$/gm, "").matchAll(/["']([\w-]+)["']/g)].map(
      ([, name = ""]) => name,
    );
    const chain = `${path.posix.dirname(file).replace(/(^|\/)versions\/.*$/, "$1versions")}`;
    const place = placeAt(file, text, parents.index);
    return [{ kind: "migration", ...subjectOf(project), place, chain, revision, parents: names }];
  });
  const parents = new Set(found.flatMap((one) => one.parents));
  const hasHeads = found.filter(({ revision }) => !parents.has(revision)).length > 1;
  return hasHeads && areBranches(files, repository)
    ? found.map((one) => ({ ...one, branches: true as const }))
    : found;
}

const DJANGO = /^((?:.*\/)?([^/]+)\/migrations)\/([^/]+)\.py$/;
const DEPENDS = /^ {4}dependencies(?:\s*:[^=\n]+)?\s*=\s*\[([\s\S]*?)\]/m;
const REPLACES = /^ {4}replaces\s*=\s*\[([\s\S]*?)\]/m;
const PAIR = /\(\s*["'](\w+)["']\s*,\s*["'](\w+)["']\s*,?\s*\)/g;

/** Django's (docs.djangoproject.com/topics/migrations): a file is a revision, and names those of its application. */
function djangoFacts(project: Project): readonly MigrationFact[] {
  const { repository, bases } = project;
  return repository.below(bases[0] ?? "", ".py").flatMap((file): readonly MigrationFact[] => {
    if (!file.includes("/migrations/")) return [];
    const [, folder = "", label = "", revision = ""] = DJANGO.exec(file) ?? [];
    if (revision === "" || revision === "__init__") return [];
    const text = repository.text(file) ?? "";
    if (!/^class Migration\(\s*(?:migrations\.)?Migration\s*\)/m.test(text)) return [];
    const list = DEPENDS.exec(text);
    const named = (written: string) =>
      [...written.matchAll(PAIR)].flatMap(([, of, name = ""]) =>
        of === label && !name.startsWith("__") ? [name] : [],
      );
    const place = placeAt(file, text, list?.index === undefined ? 0 : list.index + 4);
    const of = { kind: "migration", ...subjectOf(project), tool: "django", chain: folder } as const;
    const replaced = named(REPLACES.exec(text)?.[1] ?? "");
    return [
      { ...of, place, revision, parents: named(list?.[1] ?? "") },
      // What a squashed migration replaces is there by it.
      ...replaced.map((name) => ({ ...of, place, revision: name, parents: [], squashed: true as const })),
    ];
  });
}
