import path from "node:path";
import { known, type RequirementFact } from "../../domain";
import type { Repository } from "../reader";
import { packageName } from "../readers/python/package-name";
import { folderOf, IMAGE_FILE } from "../services/service-folders";
import { jsonFields, record } from "./project/json-fields";

/** A tool that installs what its lock file has, and nothing else. */
interface LockingTool {
  readonly file: string;
  readonly manifest: string;
  readonly installs: RegExp;
  readonly adds: string;
}

/** python-poetry.org/docs/cli: install; docs.astral.sh/uv/concepts/projects/sync; pipenv.pypa.io/en/latest/commands.html */
const TOOLS: readonly LockingTool[] = [
  {
    file: "poetry.lock",
    manifest: "pyproject.toml",
    installs: /\bpoetry\s+(?:install|sync)\b/,
    adds: "poetry add",
  },
  { file: "uv.lock", manifest: "pyproject.toml", installs: /\buv\s+sync\b/, adds: "uv add" },
  {
    file: "Pipfile.lock",
    manifest: "Pipfile",
    installs: /\bpipenv\s+(?:install|sync)\b/,
    adds: "pipenv install",
  },
];
/** What may bring the package beside the lock file: other installs, scripts, images that have more than Python. */
const OTHERWISE =
  /\b(?:pip3?|uv\s+pip)\s+install\s+(?!(?:-\S+\s+)*["']?(?:poetry|uv|pip|pipenv)\b)|\buv\s+(?:add|tool)\b|\buvx\b|--with[= ](?!\S*(?:dev|test))|\b(?:pipx|pdm|conda|easy_install)\b|\bpoetry\s+(?:add|export|self)\b|\.sh\b|\b(?:make|just|invoke|nox|tox)\s/;
const PYTHON = /^(?:(?:docker\.io\/)?(?:library\/)?python:|ghcr\.io\/astral-sh\/uv:)/;

type Lacking = Pick<RequirementFact, "package" | "listed" | "file" | "adds">;

/** A package that the only lock file lacks, where the build installs by that alone. */
export function lackingInLock(
  name: string,
  manifest: string,
  start: string,
  bases: readonly string[],
  repository: Repository,
): Lacking | undefined {
  const locks = TOOLS.flatMap((tool) => repository.named(tool.file).map((file) => ({ tool, file })));
  const [only, ...others] = locks;
  if (only === undefined || others.length > 0) return undefined;
  const { tool, file } = only;
  const folder = folderOf(file);
  const build = (repository.text(manifest) ?? "").replaceAll(/\\\r?\n/g, " ").replaceAll(/^\s*#.*$/gm, "");
  const isOfImage = IMAGE_FILE.test(manifest);
  const images = [...build.matchAll(/^FROM\s+(?:--\S+\s+)?(\S+)(?:\s+as\s+(\S+))?/gim)];
  const stages = images.flatMap(([, , stage]) => stage ?? []);
  const isPython = images.every(([, image = ""]) => PYTHON.test(image) || stages.includes(image));
  if (!bases.includes(folder) || !tool.installs.test(build) || (isOfImage && !isPython)) return undefined;
  if (OTHERWISE.test(build) || OTHERWISE.test(start)) return undefined;
  const asked = packageName(repository.text(path.posix.join(folder, tool.manifest)) ?? "");
  const locked = packagesOf(tool.file, repository.text(file) ?? "");
  // What the manifest asks for and the lock lacks is a drift of the two.
  if (locked.size === 0 || locked.has(packageName(name)) || asked.includes(packageName(name)))
    return undefined;
  return { package: name, listed: known(false), file, adds: `${tool.adds} ${name}` };
}

function packagesOf(file: string, text: string): ReadonlySet<string> {
  if (!file.endsWith("Pipfile.lock"))
    return new Set([...text.matchAll(/^name\s*=\s*"([^"]+)"/gm)].map(([, name = ""]) => packageName(name)));
  const lock = jsonFields(text);
  return new Set(
    [lock?.default, lock?.develop].flatMap((group) => Object.keys(record(group) ?? {}).map(packageName)),
  );
}
