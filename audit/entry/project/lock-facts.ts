import path from "node:path";
import type { Fact } from "../../../domain";
import { placeAt } from "../../../domain/text-place";
import { fileOf } from "../../services/service-folders";
import { jsonFields, record } from "./json-fields";
import { differs, type Lock, OTHER_LOCKS } from "./other-locks";
import { fileOfProject, type Project, patternOf, subjectOf } from "./project";

const GROUPS = ["dependencies", "devDependencies", "optionalDependencies"] as const;

/** What a manifest asks for and its lock file does not have, where the build refuses that. */
export function lockFacts(project: Project): readonly Fact[] {
  return [...npmFacts(project), ...OTHER_LOCKS.flatMap((lock) => otherFacts(project, lock))];
}

/** By the command of the manifest, or of the project's own image. */
function otherFacts(
  project: Project,
  { manifest: name, file: lockName, refusedBy, drift, type }: Lock,
): readonly Fact[] {
  const { repository, start, bases } = project;
  const manifest = fileOfProject(project, name);
  if (manifest === undefined) return [];
  const file = path.posix.join(path.posix.dirname(manifest.file), lockName);
  const lock = repository.text(file);
  const images = bases.map((base) => path.posix.normalize(path.posix.join(base, "Dockerfile")));
  const isRefused = [fileOf(start), ...images].some((one) => refusedBy.test(repository.text(one) ?? ""));
  if (lock === undefined || !isRefused) return [];
  return drift(manifest.text, lock).map(({ name: dependency, wanted, locked }) => {
    const at = manifest.text.search(new RegExp(`["']${patternOf(dependency)}`));
    const place = placeAt(manifest.file, manifest.text, Math.max(at, 0));
    return {
      kind: "lock-drift",
      ...subjectOf(project),
      place,
      package: dependency,
      wanted,
      locked,
      file,
      type,
    };
  });
}

/** docs.npmjs.com/cli/commands/npm-ci */
function npmFacts(project: Project): readonly Fact[] {
  const { repository, start } = project;
  const manifest = fileOfProject(project, "package.json");
  const told = [repository.text(fileOf(start)), manifest?.text].some(
    (text) => text !== undefined && /\bnpm\s+(?:ci|clean-install)\b/.test(text),
  );
  if (manifest === undefined || !told) return [];
  const file = path.posix.join(path.posix.dirname(manifest.file), "package-lock.json");
  const lock = jsonFields(repository.text(file));
  const asked = jsonFields(manifest.text);
  // Locks of npm 6 have no list of packages.
  const packages = record(lock?.packages);
  if (asked === undefined || packages === undefined) return [];
  return GROUPS.flatMap((group) =>
    Object.entries(record(asked[group]) ?? {}).flatMap(([name, wanted]): readonly Fact[] => {
      const version = record(packages[`node_modules/${name}`])?.version;
      const locked = typeof version === "string" ? version : undefined;
      if (typeof wanted !== "string" || !differs(wanted, locked)) return [];
      const at = manifest.text.indexOf(`"${name}"`, manifest.text.indexOf(`"${group}"`));
      const place = placeAt(manifest.file, manifest.text, Math.max(at, 0));
      return [{ kind: "lock-drift", ...subjectOf(project), place, package: name, wanted, locked, file }];
    }),
  );
}
