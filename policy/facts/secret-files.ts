import { type Fact, factsOf, known, unknown } from "../../domain";
import { assignments, knowableOf } from "../../domain/env-file";
import { property } from "./read-property";
import type { ReadResource } from "./resource";
import { databasesIn, ELSEWHERE, isDatabaseUrl } from "./settings-databases";
import { settingsIn } from "./settings-file";

/** Files that code loads as its environment; what a test or a developer's machine loads is none of a deployment's. */
const ENV_FILE = /^(?:\.env|[\w-]*\.env)(?:\.[\w-]+)*$/;

/**
 * The variables in secret files of a service or an env group, `secretFiles: { ".env": { content } }`. Render lays
 * them beside the code, and code that loads one keeps the variables that are set already (python-dotenv, dotenv), so
 * those state nothing here. A shell has filled in PORT before, and some code loads the file over its environment:
 * what PORT is then is not known.
 *
 * @param stated what the same resource's own variables state
 */
export function secretFileFacts({ urn, props }: ReadResource, stated: readonly Fact[]): readonly Fact[] {
  const names = property(() => Object.keys(props.secretFiles ?? {}));
  if (!names.known) return [];
  const settings = settingsFacts({ urn, props }, names.value.filter(isRead), stated);
  const set = new Set(factsOf(stated, "variable").map(({ name }) => name));
  const loaded = names.value.filter(isLoaded).flatMap((file): Fact[] => {
    const content = property(() => props.secretFiles[file]?.content as unknown);
    if (!content.known || typeof content.value !== "string") return [];
    const last = new Map(assignments(content.value).map((one) => [one.name, one]));
    return [...last.values()]
      .filter(({ name }) => !set.has(name) || name === "PORT")
      .map((one) => ({
        kind: "variable",
        place: { source: "resource", urn, property: `secretFiles[${JSON.stringify(file)}].${one.name}` },
        name: one.name,
        value:
          one.name === "PORT" ? unknown(`${file} sets PORT, which code may load or not`) : knowableOf(one),
        secret: true,
      }));
  });
  return [...loaded, ...settings];
}

/**
 * The databases in files of settings. Where a variable states one too, code may read that instead, and these state
 * nothing.
 */
function settingsFacts(
  { urn, props }: Pick<ReadResource, "urn" | "props">,
  files: readonly string[],
  stated: readonly Fact[],
): readonly Fact[] {
  if (factsOf(stated, "variable").some(({ value }) => !value.known || isDatabaseUrl(value.value))) return [];
  return files.flatMap((file) => {
    const content = property(() => props.secretFiles[file]?.content as unknown);
    if (!content.known || typeof content.value !== "string") return [];
    const inFile = (keys: readonly string[], value: string): Fact => ({
      kind: "variable",
      place: {
        source: "resource",
        urn,
        property: `secretFiles[${JSON.stringify(file)}].${keys.join(".")}`,
      },
      name: keys.join("_").toUpperCase(),
      value: known(value),
      secret: true,
    });
    return databasesIn(settingsIn(file, content.value)).flatMap(({ keys, value, beside }) => [
      inFile(keys, value),
      ...(beside === undefined ? [] : [inFile([...keys.slice(0, -1), beside[0]], beside[1])]),
    ]);
  });
}

function isRead(file: string): boolean {
  return !ELSEWHERE.test(file);
}

function isLoaded(file: string): boolean {
  return ENV_FILE.test(file) && !ELSEWHERE.test(file);
}
