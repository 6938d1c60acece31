import { type Fact, factsOf, known, unknown } from "../../domain";
import { assignments, knowableOf } from "../../domain/env-file";
import { holdsPrivateKey } from "../../domain/private-key";
import { simpleCommands } from "../../domain/start-command/shell";
import { passFileFacts } from "./pass-file";
import { property } from "./read-property";
import type { ReadResource } from "./resource";
import { type SecretFileText, secretFileTexts } from "./secret-file-texts";
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
export function secretFileFacts(resource: ReadResource, stated: readonly Fact[]): readonly Fact[] {
  const set = new Set(factsOf(stated, "variable").map(({ name }) => name));
  const loaded = secretFileTexts(resource, isLoaded).flatMap(({ file, text, at }): readonly Fact[] => {
    const last = new Map(assignments(text).map((one) => [one.name, one]));
    return [...last.values()]
      .filter(({ name }) => !set.has(name) || name === "PORT")
      .map((one) => ({
        kind: "variable",
        place: at(one.name),
        name: one.name,
        file,
        value:
          one.name === "PORT" && !isSourced(file, resource)
            ? unknown(`${file} sets PORT, which code may load or not`)
            : knowableOf(one),
        secret: true,
      }));
  });
  return [
    ...loaded,
    ...settingsFacts(resource, stated),
    ...valuesIn(resource, isAddress, "address"),
    ...keyFacts(resource),
    ...passFileFacts(resource),
  ];
}

/** Whether the start command reads the file into its shell for certain, over the environment, and names PORT behind it. */
function isSourced(file: string, { props }: ReadResource): boolean {
  const command = property(() => props.startCommand as unknown);
  if (!command.known || typeof command.value !== "string") return false;
  const commands = simpleCommands(command.value);
  const at = commands.findIndex(
    ({ words: [name = "", path = ""], conditional, background }) =>
      /^(?:\.|source)$/.test(name) && path === `/etc/secrets/${file}` && !conditional && !background,
  );
  // `[ "$STAGE" = prod ] && . file` may be skipped; a test of the file itself holds.
  const [tests = "", ...tested] = commands[at - 1]?.words ?? [];
  if (/^(?:\[\[?|test)$/.test(tests) && !tested.some((word) => word.endsWith(file))) return false;
  return (
    at >= 0 && commands.slice(at + 1).some(({ words }) => words.some((word) => /\$\{?PORT\b/.test(word)))
  );
}

/**
 * The databases in files of settings. Where a variable states one too, code may read that instead, and these state
 * nothing.
 */
function settingsFacts(resource: ReadResource, stated: readonly Fact[]): readonly Fact[] {
  if (factsOf(stated, "variable").some(({ value }) => !value.known || isDatabaseUrl(value.value))) return [];
  return secretFileTexts(resource, isRead).flatMap(({ file, text, at }) => {
    const inFile = (keys: readonly string[], value: string) =>
      settingFact(at, keys, value, file.replace(/\.\w+$/, ""));
    return databasesIn(chosenIn(file, settingsIn(file, text), stated)).flatMap(({ keys, value, beside }) => [
      inFile(keys, value),
      ...(beside === undefined ? [] : [inFile([...keys.slice(0, -1), beside[0]], beside[1])]),
    ]);
  });
}

/** `http://api:8000`: another service's host and port, as a private network has them. */
const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\/(?:[^@/\s]*@)?[a-z0-9][a-z0-9-]*:\d{1,5}(?:[/?#]|$)/i;

function isAddress(value: string): boolean {
  return ADDRESS.test(value) && !isDatabaseUrl(value);
}

/** The values of one kind in files of settings, each under its keys. */
function valuesIn(
  resource: ReadResource,
  isOne: (value: string) => boolean,
  ofWhole: string,
): readonly Fact[] {
  return secretFileTexts(resource, isRead).flatMap(({ file, text, at }) =>
    keysIn(settingsIn(file, text), isOne).map(({ keys, value }) => settingFact(at, keys, value, ofWhole)),
  );
}

/** The private keys in files, alone or in one of settings, as of a service account. */
function keyFacts(resource: ReadResource): readonly Fact[] {
  return secretFileTexts(resource, isRead).flatMap(({ file, text, at }) => {
    if (!holdsPrivateKey(text)) return [];
    const whole = { keys: [] as readonly string[], value: text };
    const keys = holdsPrivateKey(text.trimStart().slice(0, 40))
      ? [whole]
      : keysIn(settingsIn(file, text), holdsPrivateKey);
    return keys.map(({ keys: path, value }) => settingFact(at, path, value, "private_key"));
  });
}

/** What a file states under keys, as a variable of their names; of the whole file by a name that is given. */
function settingFact(
  at: SecretFileText["at"],
  keys: readonly string[],
  value: string,
  ofWhole: string,
): Fact {
  const isWhole = keys.length === 0;
  return {
    kind: "variable",
    place: at(isWhole ? undefined : keys.join(".")),
    name: (isWhole ? ofWhole : keys.join("_")).toUpperCase(),
    value: known(value),
    secret: true,
  };
}

function keysIn(
  value: unknown,
  isOne: (value: string) => boolean,
  keys: readonly string[] = [],
): readonly { readonly keys: readonly string[]; readonly value: string }[] {
  if (typeof value === "string") return isOne(value) ? [{ keys, value }] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => keysIn(one, isOne, [...keys, key]));
}

/** Of PostgreSQL's service file the section that PGSERVICE names; of any other file all. */
function chosenIn(file: string, settings: unknown, stated: readonly Fact[]): unknown {
  const named = factsOf(stated, "variable").find(({ name }) => name === "PGSERVICE")?.value;
  if (!/pg_service\.conf$/.test(file) || named?.known !== true) return settings;
  const sections = Object.entries((settings ?? {}) as Readonly<Record<string, unknown>>);
  return Object.fromEntries(sections.filter(([section]) => section === named.value.trim()));
}

function isRead(file: string): boolean {
  return !ELSEWHERE.test(file);
}

function isLoaded(file: string): boolean {
  return ENV_FILE.test(file) && !ELSEWHERE.test(file);
}
