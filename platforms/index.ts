/**
 * The registered platforms, one folder each: what each is called, sets, keeps and limits, and the rules that are its own.
 */
import { type Fact, factsOf } from "../domain/fact";
import { TOOL_FILES } from "../domain/manifest";
import { oncePerFacts } from "../domain/once-per-facts";
import type { Place } from "../domain/place";
import type { Manifest, Platform } from "../domain/platform";
import type { Knowledge, RuleSettings } from "../domain/rule";
import { isRehearsedOnly } from "../domain/runs-locally";
import { FLY } from "./fly";
import { HEROKU } from "./heroku";
import type { RegisteredPlatform } from "./platform";
import { RAILWAY } from "./railway";
import { RENDER } from "./render";

export type { RegisteredPlatform } from "./platform";
export * from "./render/failure";
export * from "./render/names";
export * from "./render/ports";
export { RENDER };

/** A platform is added by its folder and one entry here. */
export const PLATFORMS: readonly RegisteredPlatform[] = [RENDER, FLY, RAILWAY, HEROKU];

type Known = Pick<Knowledge, "platforms">;

/** The platforms that run the service, as far as its facts say; a certain one hides those of which there is a sign only. */
export function platformsOf(
  facts: readonly Fact[],
  { platforms = PLATFORMS }: Known = {},
): readonly Platform[] {
  return platforms === PLATFORMS ? ofRegistered(facts) : among(platforms, facts);
}

/** Most rules ask for them. */
const ofRegistered = oncePerFacts((facts) => among(PLATFORMS, facts));

function among(platforms: readonly Platform[], facts: readonly Fact[]): readonly Platform[] {
  const stated = factsOf(facts, "platform");
  const certain = stated.filter(({ assumed }) => assumed !== true);
  const ids = new Set((certain.length > 0 ? certain : stated).map(({ platform }) => platform));
  return platforms.filter(({ id }) => ids.has(id));
}

/** The same, and none where the environment is only rehearsed. */
export function deployedOn(
  facts: readonly Fact[],
  settings: Known & Pick<RuleSettings, "localEnvironments">,
): readonly Platform[] {
  return isRehearsedOnly(facts, settings) ? [] : platformsOf(facts, settings);
}

/** The platform whose manifest the place is in, with that manifest. */
export function manifestAt(place: Place, { platforms = PLATFORMS }: Known = {}): At | undefined {
  if (place.source !== "file") return undefined;
  const found = ofPlaces.get(platforms) ?? new WeakMap<Place, At | null>();
  ofPlaces.set(platforms, found);
  const last = found.get(place);
  if (last !== undefined) return last ?? undefined;
  const at = findManifest(place, platforms);
  found.set(place, at ?? null);
  return at;
}

interface At {
  readonly platform: Platform;
  readonly manifest: Manifest;
}

/** Many rules ask of each of many places: what is found is kept as long as the place is. */
const ofPlaces = new WeakMap<readonly Platform[], WeakMap<Place, At | null>>();

function findManifest(
  { file: path, manifestOf }: Place & { readonly source: "file" },
  platforms: readonly Platform[],
): At | undefined {
  for (const platform of platforms) {
    const manifest =
      platform.id === manifestOf
        ? platform.manifests[0]
        : platform.manifests.find(({ file }) => file.test(path));
    if (manifest !== undefined) return { platform, manifest };
  }
  return undefined;
}

/** The platforms that a fact is about: the one whose manifest states it, else all that run the service. */
export function platformsAt(place: Place, facts: readonly Fact[], settings: Known = {}): readonly Platform[] {
  const own = manifestAt(place, settings);
  const running = platformsOf(facts, settings);
  if (own === undefined) return running;
  // A file that several platforms and tools start by is a sign alone: it says nothing where the platform is certain.
  return own.manifest.shared === true && running.length > 0 ? running : [own.platform];
}

/** Whether a file is one of the platform's manifests. */
export function isManifestOf({ manifests }: Platform, file: string): boolean {
  return manifests.some((manifest) => manifest.file.test(file));
}

/**
 * Whether a platform reads the place by itself: its own manifest, or a place that is not a file. An env file only says
 * what has been set, or is meant to be set.
 */
export function isManifest(place: Place, settings: Known = {}): boolean {
  if (place.source !== "file") return true;
  return TOOL_FILES.pulumi.test(place.file) || manifestAt(place, settings)?.manifest.setsVariables === true;
}

/** Whether a platform builds the service by itself, and starts it as a user without privileges. */
export function isBuiltByPlatform(facts: readonly Fact[], settings: Known = {}): boolean {
  const platforms = platformsOf(facts, settings);
  return factsOf(facts, "platform").some((fact) =>
    platforms.some(({ id, isNative }) => id === fact.platform && isNative(fact)),
  );
}

/** What is there on any platform without anybody's setting it: by its runtimes, by the shell, by CI. */
const GIVEN: readonly RegExp[] = [
  /^(?:PORT|WEB_CONCURRENCY|NODE_ENV|GUNICORN_CMD_ARGS|RAILS_ENV|RACK_ENV|MIX_ENV)$/,
  /^(?:PATH|HOME|USER|LOGNAME|PWD|SHELL|LANG|LC_\w+|TZ|TERM|TMPDIR|HOSTNAME|EDITOR)$/,
  /^(?:PYTHON\w*|VIRTUAL_ENV|NODE_\w+|npm_\w+|BUNDLE_\w+|GEM_\w+|GOPATH|CARGO_HOME|RUSTUP_HOME)$/i,
  /^(?:CI|GITHUB_\w+|RUNNER_\w+|VERCEL\w*|KUBERNETES_\w+|AWS_LAMBDA_\w+)$/,
];

/** Whether code may count on a variable that no environment of the repository sets. */
export function isGiven(name: string, { platforms = PLATFORMS }: Known = {}): boolean {
  return (
    platforms.some(({ variables, given }) => variables.includes(name) || given?.test(name) === true) ||
    GIVEN.some((form) => form.test(name))
  );
}

/** The value that a platform gives a variable of the service by itself; undefined where that is not known. */
export function givenValue(
  name: string,
  facts: readonly Fact[],
  { platforms = PLATFORMS }: Known = {},
): string | undefined {
  return factsOf(facts, "platform")
    .map((fact) => platforms.find(({ id }) => id === fact.platform)?.values?.(fact)?.[name])
    .find((value) => value !== undefined);
}

/** Whether a platform gives the service a PORT, where none is set. */
export function givesPort(facts: readonly Fact[], settings: Known = {}): boolean {
  return platformsOf(facts, settings).some(({ portDiscovery }) => portDiscovery !== "declared");
}

/** All names of platforms, for a message that lists them: `Render`, or `Render and Fly`. */
export function namesOf(platforms: readonly Pick<Platform, "name">[]): string {
  const names = platforms.map(({ name }) => name);
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
