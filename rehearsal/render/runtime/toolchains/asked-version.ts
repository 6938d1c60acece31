import { readFile } from "node:fs/promises";
import path from "node:path";
import { minVersion, rcompare, satisfies, valid, validRange } from "semver";
import { parse as parseToml } from "smol-toml";

/** A version that a service asks for. */
export interface AskedVersion {
  /** As it is written. */
  readonly written: string;
  /** Where: a variable, a file, or Render's default. */
  readonly by: string;
  /** The same as a range of node-semver; undefined for a name that is none, such as `pypy3.10`. */
  readonly range: string | undefined;
}

/** What a service asks for: its variables, and its folders with the root directory first. */
export interface Asking {
  readonly variables: ReadonlyMap<string, string>;
  readonly folders: readonly string[];
}

/** @see https://render.com/docs/python-version and https://render.com/docs/node-version, read in November 2026 */
const RENDER_DEFAULTS = {
  python: { written: "3.14.3", since: "11 February 2026" },
  node: { written: "22.22.0", since: "14 January 2026" },
} as const;

/** PYTHON_VERSION, .python-version, and the range of pyproject.toml, which uv and Poetry hold to; else the default. */
export async function askedPython(asking: Asking): Promise<AskedVersion> {
  return (
    fromVariable(asking, "PYTHON_VERSION") ??
    (await fromFile(asking, ".python-version")) ??
    (await fromPyproject(asking)) ??
    defaultOf("python")
  );
}

/** NODE_VERSION, .node-version, .nvmrc, and `engines.node` of package.json; else the default. */
export async function askedNode(asking: Asking): Promise<AskedVersion> {
  return (
    fromVariable(asking, "NODE_VERSION") ??
    (await fromFile(asking, ".node-version")) ??
    (await fromFile(asking, ".nvmrc")) ??
    (await fromEngines(asking)) ??
    defaultOf("node")
  );
}

/** The version to take: the newest that is asked for, else the nearest. @returns undefined where there is none */
export function nearestVersion<Found extends { readonly version: string }>(
  found: readonly Found[],
  { range }: AskedVersion,
): Found | undefined {
  const newestFirst = found
    .filter(({ version }) => valid(version) !== null)
    .sort((one, other) => rcompare(one.version, other.version));
  const [newest] = newestFirst;
  if (newest === undefined || range === undefined) return newest;
  const right = newestFirst.find(({ version }) => satisfies(version, range));
  const wanted = minVersion(range);
  if (right !== undefined || wanted === null) return right ?? newest;
  const distance = (version: string): number => {
    const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
    const { major: m, minor: n, patch: p } = wanted;
    const line = Math.abs(major - m) * 1e6 + Math.abs(minor - n) * 1e3;
    // Of another line the newest release is taken: its patches say nothing of those that were asked for.
    return line === 0 ? Math.abs(patch - p) : line;
  };
  return newestFirst.reduce(
    (best, one) => (distance(one.version) < distance(best.version) ? one : best),
    newest,
  );
}

/** Whether it is what was asked for. */
export function isAskedFor(version: string, { range }: AskedVersion): boolean {
  return range !== undefined && satisfies(version, range);
}

/** A range of PEP 440 or Poetry, in node-semver's words. */
export function semverRange(written: string): string | undefined {
  const bare = written.trim().replace(/^(?:c?python-?|v)(?=\d)/i, "");
  const alternatives = bare.split("||").map((part) =>
    part
      .split(",")
      .map((one) => one.trim().replace(/\s+/g, ""))
      .filter((one) => !one.startsWith("!="))
      .map((one) =>
        one
          .replace(/^===?/, "")
          .replace(/^~=(\d+)\.(\d+)$/, ">=$1.$2 <$1.x")
          .replace(/^~=/, "~"),
      )
      .map((one) => one.replace(/<(\d+)\.x$/, (_, major) => `<${Number(major) + 1}`))
      .join(" "),
  );
  return validRange(alternatives.join(" || ")) ?? undefined;
}

const askedBy = (by: string, written: string): AskedVersion => ({ by, written, range: semverRange(written) });

function defaultOf(language: keyof typeof RENDER_DEFAULTS): AskedVersion {
  const { written, since } = RENDER_DEFAULTS[language];
  // A patch release of the default is not worth a word: no file asked for it.
  const range = written.split(".").slice(0, 2).join(".");
  return { written, by: `Render's default since ${since}`, range };
}

function fromVariable({ variables }: Asking, name: string): AskedVersion | undefined {
  const written = variables.get(name)?.trim();
  return written ? askedBy(name, written) : undefined;
}

async function fromFile(asking: Asking, name: string): Promise<AskedVersion | undefined> {
  const text = await firstText(asking, name);
  const line = text
    ?.split("\n")
    .map((each) => each.replace(/#.*/, "").trim())
    .find((each) => each !== "");
  return line === undefined ? undefined : askedBy(name, line);
}

async function fromPyproject(asking: Asking): Promise<AskedVersion | undefined> {
  const text = await firstText(asking, "pyproject.toml");
  if (text === undefined) return undefined;
  const project = parsed(() => parseToml(text)) as {
    project?: { "requires-python"?: unknown };
    tool?: { poetry?: { dependencies?: { python?: unknown } } };
  };
  const written = project.project?.["requires-python"] ?? project.tool?.poetry?.dependencies?.python;
  return typeof written === "string" ? askedBy("pyproject.toml", written) : undefined;
}

async function fromEngines(asking: Asking): Promise<AskedVersion | undefined> {
  const text = await firstText(asking, "package.json");
  if (text === undefined) return undefined;
  const { engines } = parsed(() => JSON.parse(text)) as { engines?: { node?: unknown } };
  return typeof engines?.node === "string" ? askedBy("engines of package.json", engines.node) : undefined;
}

/** A file that cannot be read as what it is: the build's own tool says so. */
function parsed(read: () => unknown): object {
  try {
    const value = read();
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

async function firstText({ folders }: Asking, name: string): Promise<string | undefined> {
  for (const folder of folders) {
    const text = await readFile(path.join(folder, name), "utf8").catch(() => undefined);
    if (text !== undefined) return text;
  }
  return undefined;
}
