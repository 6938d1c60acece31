import assert from "node:assert/strict";
import { type EnvironmentValue, sharedBetweenEnvironments } from "../../domain/shared-between-environments";

const held = (environment: string, value: string, file = environment): EnvironmentValue => ({
  place: { source: "file", file },
  what: "secret KEY",
  value,
  environment,
});

const told = (all: readonly EnvironmentValue[]): readonly (readonly (string | undefined)[])[] =>
  sharedBetweenEnvironments(all, { expected: "its own", fix: "Change it.", withoutProduction: "note" }).map(
    ({ environment, got, severity, related }) => [
      environment,
      got,
      severity,
      related?.flatMap((place) => (place.source === "file" ? place.file : [])).join(","),
    ],
  );

describe("what environments share", () => {
  it("is told of each pair of three environments", () => {
    assert.deepEqual(told([held("production", "a"), held("staging", "a"), held("uat", "a")]), [
      ["staging", "the one of production", undefined, "production"],
      ["uat", "the one of production and staging", undefined, "production,staging"],
    ]);
  });

  it("is told of the two that share, and not of the third, whichever stands first", () => {
    const three = [held("uat", "b"), held("production", "a"), held("staging", "b")];
    assert.deepEqual(told(three), [["staging", "the one of uat", "note", "uat"]]);
    assert.deepEqual(told([held("production", "a"), held("staging", "b"), held("uat", "b")]), [
      ["uat", "the one of staging", "note", "staging"],
    ]);
  });

  it("is one finding where an environment holds the value twice", () => {
    const twice = [held("staging", "a"), held("production", "a", "one"), held("production", "a", "two")];
    assert.deepEqual(told(twice), [["production", "the one of staging", undefined, "staging,two"]]);
  });

  it("is nothing in one environment, nor between machines of developers and tests", () => {
    assert.deepEqual(told([held("staging", "a", "one"), held("staging", "a", "two")]), []);
    assert.deepEqual(told([held("local", "a"), held("production", "a"), held("test", "a")]), []);
  });
});
