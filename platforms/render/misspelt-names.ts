import { distance } from "fastest-levenshtein";
import { type Fact, factsOf, type PlatformFact } from "../../domain/fact";
import { nearest } from "../../domain/nearest";
import type { Place } from "../../domain/place";
import type { Violation } from "../../domain/rule";
import { isRenderName, RENDER_NAMES } from "./names";

/** What languages are called elsewhere. */
const ALIASES: Readonly<Record<string, string>> = {
  ...{ nodejs: "node", "node.js": "node", javascript: "node", typescript: "node" },
  ...{ py: "python", python3: "python", golang: "go", rb: "ruby", rails: "ruby", phoenix: "elixir" },
};

/**
 * Names of a program that are a slip, whatever Render has by now: its API has small letters alone (render-openapi.json:
 * region, serviceRuntime and plan, read 2026-12-01), and no name will come that is another one with two letters changed.
 */
export const misspeltNames = (platform: PlatformFact): readonly Violation[] =>
  (["region", "runtime", "plan"] as const).flatMap((field) =>
    judged(field, platform[field], platform.fields?.[field] ?? platform.place),
  );

/** The same of the program's stores and databases. */
export const misspeltParts = (facts: readonly Fact[]): readonly Violation[] =>
  factsOf(facts, "manifest-part").flatMap((fact) => {
    const { text, place } = fact.fields.get("region") ?? {};
    return fact.platform === "render" && place !== undefined ? judged("region", text, place) : [];
  });

function judged(
  field: keyof typeof RENDER_NAMES,
  name: string | undefined,
  place: Place,
): readonly Violation[] {
  if (name === undefined || place.source !== "resource") return [];
  const meant = meantBy(field, name);
  if (meant === undefined) return [];
  return [
    {
      place,
      what: field,
      expected: `\`${meant}\`, as Render calls it`,
      got: `\`${name}\``,
      fix: `Write \`${meant}\`.`,
    },
  ];
}

/** The name that was certainly meant by another text. */
function meantBy(field: keyof typeof RENDER_NAMES, name: string): string | undefined {
  const plain = name.trim().toLowerCase();
  if (isRenderName(field, plain)) {
    const api = field === "plan" ? plain.replace(/(?<=^[a-z]+) (?=[a-z]+$)/, "_") : plain;
    return /[A-Z]/.test(name) ? api : undefined;
  }
  if (field === "plan") return undefined;
  if (field === "runtime" && ALIASES[plain] !== undefined) return ALIASES[plain];
  const meant = nearest(plain, RENDER_NAMES[field].value);
  const isSlip = meant !== undefined && meant.length >= 6 && /^[a-z]+$/.test(plain);
  return isSlip && distance(plain, meant) <= 2 ? meant : undefined;
}
