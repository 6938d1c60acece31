import path from "node:path";
import { type Fields, jsonFields, record } from "../../entry/project/json-fields";
import type { Repository } from "../../reader";
import type { Bundler } from "./bundler";

/** Builders that write the pages to a folder of their own below `outputPath` (angular.dev/reference/configs/workspace-config, 2026-11-30). */
const APPLICATION = /^@angular(?:-devkit\/build-angular|\/build):application$/;
const BUILD = /^ng build(?: (?:--configuration|-c)[= ]\w+| --prod)*$/;
/** What writes pages of several languages, or makes their addresses count from another folder. */
const MOVES = /"(?:localize|i18n|baseHref|deployUrl|extends)"/;

/** Where Angular's application builder writes the pages of a package's only project; undefined where that may be moved. */
export function angularPages(base: string, repository: Repository): Bundler | undefined {
  const scripts = of(jsonFields(repository.text(path.posix.join(base, "package.json"))), "scripts");
  const { build, prebuild, postbuild } = scripts;
  const isPlain = typeof build === "string" && BUILD.test(build.trim());
  if (!isPlain || prebuild !== undefined || postbuild !== undefined) return undefined;
  const settings = jsonFields(repository.text(path.posix.join(base, "angular.json")));
  const text = JSON.stringify(settings ?? {});
  const [project, ...more] = Object.values(of(settings, "projects"));
  const { architect, targets } = record(project) ?? {};
  const { builder, ...target } = of(record(architect ?? targets), "build");
  const isPages = typeof builder === "string" && APPLICATION.test(builder);
  if (more.length > 0 || !isPages || MOVES.test(text)) return undefined;
  const output = of(target, "options").outputPath;
  // A configuration may say another folder.
  if (text.split('"outputPath"').length !== 2) return undefined;
  const { base: written, browser: below = "browser" } =
    typeof output === "string" ? { base: output } : (record(output) ?? {});
  if (typeof written !== "string" || typeof below !== "string") return undefined;
  const folder = path.posix.join(written, below).replace(/\/$/, "");
  return folder.startsWith("..") || folder.startsWith("/") ? undefined : { tool: "ng build", folder };
}

/** A field's own fields: none where it is of another type than a mapping. */
const of = (fields: Fields | undefined, name: string): Fields => record(fields?.[name]) ?? {};
