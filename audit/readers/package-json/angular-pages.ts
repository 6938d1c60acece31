import path from "node:path";
import type { Repository } from "../../reader";
import type { Bundler } from "./bundler";

/** Builders that write the pages to a folder of their own below `outputPath` (angular.dev/reference/configs/workspace-config, 2026-11-30). */
const APPLICATION = /^@angular(?:-devkit\/build-angular|\/build):application$/;
const BUILD = /^ng build(?: (?:--configuration|-c)[= ]\w+| --prod)*$/;
/** What writes pages of several languages, or makes their addresses count from another folder. */
const MOVES = /"(?:localize|i18n|baseHref|deployUrl|extends)"/;

/** Where Angular's application builder writes the pages of a package's only project; undefined where that may be moved. */
export function angularPages(base: string, repository: Repository): Bundler | undefined {
  const settings = jsonOf(repository.text(path.posix.join(base, "angular.json")));
  const { scripts } = jsonOf(repository.text(path.posix.join(base, "package.json"))) as Package;
  const isPlain = BUILD.test(scripts?.build?.trim() ?? "");
  if (!isPlain || scripts?.prebuild !== undefined || scripts?.postbuild !== undefined) return undefined;
  const text = JSON.stringify(settings);
  const { projects = {} } = settings as Workspace;
  const [project, ...more] = Object.values(projects);
  const { builder = "", options } = (project?.architect ?? project?.targets)?.build ?? {};
  if (more.length > 0 || !APPLICATION.test(builder) || MOVES.test(text)) return undefined;
  const output = options?.outputPath;
  // A configuration may say another folder.
  if (output === undefined || text.split('"outputPath"').length !== 2) return undefined;
  const written = typeof output === "string" ? output : output.base;
  const below = typeof output === "string" ? "browser" : (output.browser ?? "browser");
  if (typeof written !== "string" || typeof below !== "string") return undefined;
  const folder = path.posix.join(written, below).replace(/\/$/, "");
  return folder.startsWith("..") || folder.startsWith("/") ? undefined : { tool: "ng build", folder };
}

interface Package {
  readonly scripts?: Readonly<Record<string, string>>;
}

interface Target {
  readonly builder?: string;
  readonly options?: { readonly outputPath?: string | { readonly base?: string; readonly browser?: string } };
}

interface Workspace {
  readonly projects?: Readonly<
    Record<
      string,
      {
        readonly architect?: { readonly build?: Target };
        readonly targets?: { readonly build?: Target };
      }
    >
  >;
}

function jsonOf(text: string | undefined): object {
  try {
    const read: unknown = JSON.parse(text ?? "{}");
    return typeof read === "object" && read !== null ? read : {};
  } catch {
    return {};
  }
}
