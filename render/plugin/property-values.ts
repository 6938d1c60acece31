import { isRecord } from "../../render-api";

/** A property bag as it travels between the engine and the provider, secrets unwrapped. */
export type Properties = Readonly<Record<string, unknown>>;

// The engine's own markers; see pulumi/pulumi sdk/go/common/resource/plugin/rpc.go and properties.go.
export const SIGNATURE_KEY = "4dabf18193072939515e22adb298388d";
export const SECRET_SIGNATURE = "1b47061264138c4ac30d75fd1eb44270";

/** What the engine writes for a value that is not known until the update has run. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

// Lists, objects and so on have an unknown of their own; an older program may send one.
const UNKNOWNS = new Set([
  UNKNOWN,
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
]);

export function isUnknown(value: unknown): boolean {
  return typeof value === "string" && UNKNOWNS.has(value);
}

/** Whether any value inside is unknown. */
export function hasUnknown(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasUnknown);
  if (isRecord(value)) return Object.values(value).some(hasUnknown);
  return isUnknown(value);
}

/** Marks a value as secret for the engine, which then encrypts it in the state and masks it in output. */
export function secret(value: unknown): unknown {
  return { [SIGNATURE_KEY]: SECRET_SIGNATURE, value };
}

/** The same values without secret marks and without nulls. */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (!isRecord(value)) return value;
  if (value[SIGNATURE_KEY] === SECRET_SIGNATURE) return plain(value.value);
  return withoutAbsent(Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)])));
}

/** Drops keys whose value is undefined or null: the engine's wire has no undefined. */
export function withoutAbsent(value: Properties): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).filter(([, inner]) => inner !== undefined && inner !== null),
  );
}

/** Marks the values at these paths as secret; `*` matches every key. */
export function withSecrets(value: unknown, paths: readonly (readonly string[])[]): unknown {
  if (paths.some((path) => path.length === 0)) return isUnknown(value) ? value : secret(value);
  if (!isRecord(value)) return value;
  const inner = (key: string) =>
    paths.flatMap((path) => (path[0] === key || path[0] === "*" ? [path.slice(1)] : []));
  return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, withSecrets(v, inner(key))]));
}
