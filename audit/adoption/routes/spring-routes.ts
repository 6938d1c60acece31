import { parseDocument } from "yaml";
import { lineAt } from "../../../domain/text-place";
import { joined, type Route, type RouteSource } from "./route";

const BUILDS = ["pom.xml", "build.gradle", "build.gradle.kts"];
const STARTER = /\bspring-boot-starter-actuator\b/;
const FOLDERS = ["src/main/resources", "src/main/resources/config", "config"];

/** Settings that decide whether, where and to whom the endpoint answers (docs.spring.io/spring-boot: actuator). */
const DECIDES = /^(?:management\.|server\.servlet\.context|spring\.webflux\.base|spring\.mvc\.servlet\.path)/;
const BASE = "management.endpoints.web.base-path";
const MAPPING = "management.endpoints.web.path-mapping.health";
const CONTEXTS = ["server.servlet.context-path", "spring.webflux.base-path", "spring.mvc.servlet.path"];
const PATHS: ReadonlySet<string> = new Set([BASE, MAPPING, ...CONTEXTS]);
const INCLUDE = "management.endpoints.web.exposure.include";

/** Settings of the endpoint that change nothing of its path. */
const HARMLESS =
  /^management\.(?:endpoint\.(?!health\.(?:enabled|access))|health\.|info\.|metrics\.|observations\.|tracing\.|otlp\.|prometheus\.|httpexchanges\.)/;

/** The actuator's health endpoint; none where a setting of any profile leaves its path, port or access open. */
export function springRoutes(folder: string, { files, repository }: RouteSource): readonly Route[] {
  const at = (name: string): string => (folder === "" ? name : `${folder}/${name}`);
  const build = BUILDS.map(at).find((file) => STARTER.test(repository.text(file) ?? ""));
  if (build === undefined) return [];
  const filtered = files.some(
    (file) =>
      /\.(?:java|kt)$/.test(file) &&
      /\b(?:SecurityFilterChain|SecurityWebFilterChain|WebSecurityConfigurerAdapter)\b/.test(
        repository.text(file) ?? "",
      ),
  );
  const settings = settingsOf(at, repository);
  if (filtered || settings === undefined) return [];
  const path = [
    ...CONTEXTS.map((key) => settings.get(key) ?? ""),
    settings.get(BASE) ?? "/actuator",
    settings.get(MAPPING) ?? "health",
  ].reduce((prefix, part) => joined(prefix, part).replace(/(?<=.)\/$/, ""), "");
  const text = repository.text(build) ?? "";
  return [{ path, place: { source: "file", file: build, line: lineAt(text, text.search(STARTER)) } }];
}

/** The paths that the settings give; undefined where one is computed, of a profile alone, or decides otherwise. */
function settingsOf(
  at: (name: string) => string,
  repository: RouteSource["repository"],
): ReadonlyMap<string, string> | undefined {
  const found = new Map<string, string>();
  for (const { profile, key, value } of settingsIn(at, repository)) {
    if (!DECIDES.test(key) || HARMLESS.test(key)) continue;
    if (key === INCLUDE || key.startsWith(`${INCLUDE}[`)) {
      if (profile || !/(?:^|[\s,])(?:health|\*)(?:$|[\s,])/.test(value)) return undefined;
    } else if (profile || !PATHS.has(key) || !/^[\w/-]*$/.test(value) || found.has(key)) return undefined;
    else found.set(key, value);
  }
  return found;
}

function settingsIn(at: (name: string) => string, { ending, text }: RouteSource["repository"]) {
  return [".properties", ".yml", ".yaml"].flatMap((extension) =>
    ending(extension).flatMap((file) => {
      const [, folder = "", profile] = /^(.*)\/(?:application|bootstrap)(-[\w-]+)?\.\w+$/.exec(file) ?? [];
      // A developer's and the tests' profiles are not deployed.
      if (!FOLDERS.map(at).includes(folder) || /^-(?:dev|local|test)/.test(profile ?? "")) return [];
      const source = text(file) ?? "";
      const read = extension === ".properties" ? ofProperties(source) : ofYaml(source);
      return read.map((pair) => ({
        ...pair,
        profile: profile !== undefined || /^(?:---|#---)/m.test(source),
      }));
    }),
  );
}

function ofProperties(text: string): readonly { key: string; value: string }[] {
  return [...text.matchAll(/^[ \t]*([\w.[\]-]+)[ \t]*[=:][ \t]*(.*?)[ \t]*$/gm)].map(
    ([, key = "", value = ""]) => ({ key, value }),
  );
}

function ofYaml(text: string): readonly { key: string; value: string }[] {
  return text.split(/^---/m).flatMap((part) => {
    const document = parseDocument(part, { logLevel: "silent" });
    // What cannot be read may say anything.
    if (document.errors.length > 0) return [{ key: BASE, value: "${}" }];
    return part.trim() === "" ? [] : flat(document.toJS({ maxAliasCount: 100 }), "");
  });
}

/** `a: { b: 1 }` as `a.b`; a list's values are joined. */
function flat(value: unknown, prefix: string): readonly { key: string; value: string }[] {
  if (Array.isArray(value)) return [{ key: prefix, value: value.join(",") }];
  if (typeof value !== "object" || value === null) return [{ key: prefix, value: String(value ?? "") }];
  return Object.entries(value).flatMap(([key, inner]) =>
    flat(inner, prefix === "" ? key : `${prefix}.${key}`),
  );
}
