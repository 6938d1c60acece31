import { isDeepStrictEqual } from "node:util";
import { redact } from "../../domain";
import { namesSecret } from "../../domain/secret-name";
import { shownValue } from "../stacks/shown-value";
import { isMapping } from "../stacks/written-services";

/** A key that the two stacks do not have alike, or a secret. */
export interface StackDifference {
  /** Its path, without `portcullis:`. */
  readonly key: string;
  readonly is: "equal" | "different" | "missing";
  /** Which stack lacks it. */
  readonly missingIn?: string;
  readonly secret: boolean;
  /** What each stack has; left out of secrets, and where the key is missing. */
  readonly from?: string;
  readonly to?: string;
  /** Why they differ, as the stack file says. */
  readonly reason?: string;
}

/** One side of the comparison. */
export interface ComparedStack {
  readonly stack: string;
  /** With secrets readable. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Paths of encrypted values, as `portcullis:service.environment.API_KEY`. */
  readonly secretPlaces: readonly string[];
}

/** Of a stack alone: what it promotes from, and what a rehearsal reads. */
const OWN = /^portcullis:(?:promotion|rehearsal|addresses)$/;

/** All keys that differ, and all secrets, in the order of their paths. No secret is in what is returned. */
export function stackDifferences(
  from: ComparedStack,
  to: ComparedStack,
  reasons: Readonly<Record<string, string>>,
): readonly StackDifference[] {
  const [before, after] = [leavesOf(from.values), leavesOf(to.values)];
  const isSecret = secretsAmong([...from.secretPlaces, ...to.secretPlaces]);
  // A secret's value may occur in a plain one.
  const known = [...before, ...after].flatMap(([path, value]) =>
    isSecret(path) && typeof value === "string" ? [value] : [],
  );
  const places = [...from.secretPlaces, ...to.secretPlaces];
  const paths = [...new Set([...before.keys(), ...after.keys(), ...places])].filter(
    (path) => !OWN.test(path.split(".")[0] ?? ""),
  );
  return paths.toSorted().flatMap((path): StackDifference[] => {
    const [one, other] = [before.get(path), after.get(path)];
    const secret = isSecret(path);
    const key = path.replace(/^portcullis:/, "");
    if (one === undefined && other === undefined) return [];
    const is = compared(one, other);
    if (is === "equal" && !secret) return [];
    const reason = reasonOf(key, reasons);
    return [
      {
        key,
        is,
        secret,
        ...(is === "missing" && { missingIn: one === undefined ? from.stack : to.stack }),
        ...(!secret && one !== undefined && { from: shownValue(one, known) }),
        ...(!secret && other !== undefined && { to: shownValue(other, known) }),
        ...(reason !== undefined && { reason: redact(reason, known) }),
      },
    ];
  });
}

/** Reasons that no difference needs any more. */
export function idleReasons(
  differences: readonly StackDifference[],
  reasons: Readonly<Record<string, string>>,
): readonly string[] {
  return Object.keys(reasons).filter(
    (path) => !differences.some(({ key, is }) => is !== "equal" && isWithin(key, path)),
  );
}

function compared(one: unknown, other: unknown): StackDifference["is"] {
  if (one === undefined || other === undefined) return "missing";
  return isDeepStrictEqual(one, other) ? "equal" : "different";
}

/** Every value that is no mapping, by its path. A list is one value. */
function leavesOf(values: Readonly<Record<string, unknown>>): Map<string, unknown> {
  const leaves = new Map<string, unknown>();
  const add = (path: string, value: unknown): void => {
    if (isMapping(value)) {
      for (const [name, inner] of Object.entries(value)) add(`${path}.${name}`, inner);
    } else leaves.set(path, value);
  };
  for (const [key, value] of Object.entries(values)) add(key, value);
  return leaves;
}

/** A list with a secret in it is one; so is what its name says to be one, encrypted or not. */
function secretsAmong(places: readonly string[]): (path: string) => boolean {
  return (path) =>
    places.some((place) => isWithin(place, path) || isWithin(path, place)) ||
    (!NAMES_DATABASE.test(path) && namesSecret(path.split(/[.:]/).at(-1) ?? ""));
}

/** A variable there has the name of a database, or the driver that reads it. */
const NAMES_DATABASE = /^portcullis:service(?:s\.[^.]+)?\.databases\./;

const isWithin = (path: string, outer: string): boolean => path === outer || path.startsWith(`${outer}.`);

/** The reason of the nearest path that has one. */
function reasonOf(key: string, reasons: Readonly<Record<string, string>>): string | undefined {
  const [nearest] = Object.keys(reasons)
    .filter((path) => isWithin(key, path))
    .toSorted((one, other) => other.length - one.length);
  return nearest === undefined ? undefined : reasons[nearest];
}
