import path from "node:path";
import type { FactOf } from "../../../domain";
import { oncePerPart } from "../../once-per-repository";
import type { Project } from "./project";

/** The chains of one tool that it loads for certain, and of which each file is read: no other migration joins them. */
export function loadedChains(
  facts: readonly FactOf<"migration">[],
  { repository, bases }: Project,
): ReadonlySet<string> {
  const chains = [...new Set(facts.map(({ chain }) => chain))];
  const isDjango = facts[0]?.tool === "django";
  const only = chains.length === 1 ? chains : [];
  const candidates = isDjango ? installedChains(repository, bases[0] ?? "") : only;
  const read = new Set(facts.map(({ place }) => (place.source === "file" ? place.file : "")));
  return new Set(
    candidates.filter((chain) =>
      repository.below(chain, ".py").every((file) => {
        const text = repository.text(file) ?? "";
        if (isDjango) return !/\bMigration\b/.test(text) || (read.has(file) && !isComputed(text));
        return !/\bdown_revision\b/.test(text) || read.has(file);
      }),
    ),
  );
}

/** Whether Django's dependencies are more than one list that is written out. */
function isComputed(text: string): boolean {
  return /\bdependencies\b(?!(?:\s*:[^=\n]+)?\s*=\s*\[[^\]]*\][ \t]*(?:#.*)?(?:\n|$))/.test(text);
}

/** The folders of migrations of Django's applications, by the one manage.py and what settings beside it install. */
const installedChains = oncePerPart((repository, folder: string): readonly string[] => {
  const files = repository.below(folder, ".py");
  const [manage, ...others] = files.filter((file) => path.posix.basename(file) === "manage.py");
  if (manage === undefined || others.length > 0) return [];
  const settings = files.map((file) => repository.text(file) ?? "");
  if (settings.some((text) => text.includes("MIGRATION_MODULES"))) return [];
  const lists = settings.flatMap((text) => [...text.matchAll(/^INSTALLED_APPS\s*=\s*[[(]([^\])]*)[\])]/gm)]);
  const [list, ...more] = lists;
  if (list === undefined || more.length > 0) return [];
  const written = (list[1] ?? "").replace(/#.*$/gm, "");
  return [...written.matchAll(/["']([\w.]+)["']/g)].map(([, name = ""]) => {
    const module = name.replace(/\.apps\.\w+$/, "").replaceAll(".", "/");
    return path.posix.join(path.posix.dirname(manage), module, "migrations");
  });
});
