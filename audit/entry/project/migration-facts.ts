import path from "node:path";
import type { Fact } from "../../../domain";
import { placeAt } from "../../../domain/text-place";
import { type Project, subjectOf } from "./project";

const REVISION = /^revision(?:\s*:\s*[\w[\], |."']+)?\s*=\s*["']([\w-]+)["']/m;
const PARENTS = /^down_revision(?:\s*:\s*[\w[\], |."']+?)?\s*=\s*([^\n]+(?:\n[ \t]+[^\n]+)*)/m;

/** Alembic's migrations below the service's folder (alembic.sqlalchemy.org: branches). */
export function migrationFacts(project: Project): readonly Fact[] {
  const { repository, bases } = project;
  const within = bases[0] ?? "";
  const files = repository
    .ending(".py")
    .filter(
      (file) =>
        /(?:^|\/)versions\/(?:[^/]+\/)*[^/]+\.py$/.test(file) &&
        (within === "" || file.startsWith(`${within}/`)),
    );
  return files.flatMap((file): readonly Fact[] => {
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
}
