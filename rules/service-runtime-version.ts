import { type FactOf, factsOf } from "../domain/fact";
import { judgeEach } from "../domain/judge-each";
import { knownUnless } from "../domain/knowable";
import { describePlace } from "../domain/place";
import { rule } from "../domain/rule";

export const serviceRuntimeVersion = rule({
  id: "service/runtime-version",
  severity: "error",
  title: "The language's version is one that the project asks for",
  why: "Go, Bundler and Cargo refuse another version, and the build ends; Java loads no classes of a later one, and .NET none of another major version; Python and npm warn at most, and what is missing shows when the service starts.",
  fix: "Give the version that the project asks for, or let it ask for less.",
  reference: "https://go.dev/doc/toolchain",
  prevents: ["build/failed", "runtime/incompatible"],
  check: (facts) =>
    judgeEach(
      factsOf(facts, "runtime").filter((fact) => !fits(fact)),
      ({ unsure, given }) => knownUnless(unsure, given),
      (_, fact) => violation(fact),
    ),
});

/** Whose own tools go on with another version: it may still work. */
const LENIENT: readonly FactOf<"runtime">["language"][] = ["python", "node"];

/** `3.13` is any 3.13.x. A range that is none fits. */
function fits({ given, asked }: FactOf<"runtime">): boolean {
  // Loaded with the first version that is compared: a preview needs none of it.
  const semver = require("semver") as typeof import("semver");
  const ofGiven = /^\d+(?:\.\d+){0,2}$/.test(given) ? semver.validRange(given) : null;
  const ofAsked = semver.validRange(asked);
  return ofGiven === null || ofAsked === null || semver.intersects(ofGiven, ofAsked);
}

const NAMES = {
  python: "Python",
  node: "Node.js",
  go: "Go",
  ruby: "Ruby",
  rust: "Rust",
  java: "Java",
  dotnet: ".NET",
  php: "PHP",
} as const;

function violation({ language, given, written, askedBy, askedAt, place, isRefused }: FactOf<"runtime">) {
  return {
    place,
    ...(LENIENT.includes(language) && isRefused !== true && { severity: "warning" as const }),
    what: `${NAMES[language]}'s version`,
    expected: `${written}, as ${askedBy} asks (${describePlace(askedAt)})`,
    got: given,
    fix: `Write a version that ${askedBy} allows, or change what it asks.`,
    related: [askedAt],
  };
}
