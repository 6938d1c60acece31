import assert from "node:assert/strict";
import type { BrokenProgram, ProgramCase } from "./eighteenth-form";
import { registeredOf } from "./eighteenth-program";
import { judgedProgram, resourcesOf } from "./program";
import { type Judged, together } from "./rejected";
import { HOSTED_PRODUCTS_BROKEN } from "./rooms/hosted-products-broken";
import { HOSTED_PRODUCTS_SOUND } from "./rooms/hosted-products-sound";
import { HOSTED_PROGRAMS_BROKEN, HOSTED_PROGRAMS_SOUND } from "./rooms/hosted-programs";
import { KINDRED_PRODUCTS_BROKEN, KINDRED_PRODUCTS_SOUND } from "./rooms/kindred-products";
import type { SealedCase } from "./sealed";

const judge = (one: SealedCase) => together(judgedProgram(resourcesOf("api", one)));
const judgeProgram = (one: ProgramCase) => together(judgedProgram(registeredOf(one)));

/** Whether one of the rules rejects it, or leaves it undecided by its name. */
const isStopped = ({ rejected, advised, undecided }: Judged, rules: readonly string[]): boolean =>
  rules.some(
    (rule) =>
      [...rejected, ...advised].some((message) => message.includes(`(${rule})`)) ||
      undecided.split("\n").some((line) => line.split("Rules: ")[1]?.split(", ").includes(rule) === true),
  );
const nameOf = ({ command, variables, properties, why }: SealedCase & { readonly why: string }) =>
  JSON.stringify({ why, command, variables, properties });

describe("the gate of hosted products and of what is around them", () => {
  it("stops every broken service by its rule", () => {
    const missed = [...HOSTED_PRODUCTS_BROKEN, ...KINDRED_PRODUCTS_BROKEN].filter(
      (one) => !isStopped(judge(one), (one.rule ?? "").split("|")),
    );
    assert.deepEqual(missed.map(nameOf), []);
  });

  it("lets every sound service pass", () => {
    const alarms = [...HOSTED_PRODUCTS_SOUND, ...KINDRED_PRODUCTS_SOUND].flatMap((one) =>
      judge(one).rejected.map((message) => `${nameOf(one)}: ${message}`),
    );
    assert.deepEqual(alarms, []);
  });

  it("stops every broken program by its rule", () => {
    const missed = HOSTED_PROGRAMS_BROKEN.filter(
      (one: BrokenProgram) => !isStopped(judgeProgram(one), one.rules),
    );
    assert.deepEqual(
      missed.map(({ name }) => name),
      [],
    );
  });

  it("lets every sound program pass", () => {
    const alarms = HOSTED_PROGRAMS_SOUND.flatMap((one) =>
      judgeProgram(one).rejected.map((message) => `${one.name}: ${message}`),
    );
    assert.deepEqual(alarms, []);
  });
});
