import assert from "node:assert/strict";
import { BROKEN_COMMANDS, SOUND_COMMANDS } from "./commands";
import { BROKEN_DATABASES, SOUND_DATABASES } from "./databases";
import { DRAWN_ORDINARY, DRAWN_PLACEHOLDERS } from "./drawn-placeholders";
import { EIGHTEENTH_ADVISED, EIGHTEENTH_BROKEN } from "./eighteenth-broken";
import { EIGHTEENTH_ARGUED, EIGHTEENTH_SOUND } from "./eighteenth-sound";
import { EIGHTH_BROKEN } from "./eighth-broken";
import { EIGHTH_SOUND } from "./eighth-sound";
import { ELEVENTH_BROKEN } from "./eleventh-broken";
import { ELEVENTH_SOUND } from "./eleventh-sound";
import { FIFTEENTH_BROKEN } from "./fifteenth-broken";
import { FIFTEENTH_SOUND } from "./fifteenth-sound";
import { FIFTH_BROKEN } from "./fifth-broken";
import { FIFTH_SOUND } from "./fifth-sound";
import { FOURTEENTH_BROKEN } from "./fourteenth-broken";
import { FOURTEENTH_SOUND } from "./fourteenth-sound";
import { FOURTH_BROKEN } from "./fourth-broken";
import { FOURTH_SOUND } from "./fourth-sound";
import { BROKEN_KINDS, type KindCase, SOUND_KINDS } from "./kinds";
import { pair } from "./lines";
import { NEXT_TO_TENTH, REPEATED, SOUND_NEXT_TO_TENTH, UNSEEN } from "./next-to-tenth";
import { NINETEENTH_BROKEN } from "./nineteenth-broken";
import { NEXT_TO_NINETEENTH, SOUND_NEXT_TO_NINETEENTH } from "./nineteenth-siblings";
import { NINETEENTH_SOUND } from "./nineteenth-sound";
import { NINTH_BROKEN } from "./ninth-broken";
import { NINTH_SOUND } from "./ninth-sound";
import { ONCE_MISSED } from "./once-missed";
import { NEXT_TO_SILENT, ONCE_SILENT } from "./once-silent";
import { ORDINARY, PLACEHOLDERS } from "./placeholders";
import { judgedProgram, kindResources, resourcesOf } from "./program";
import { type Judged, judged, SOUND_SERVICE, together, variables } from "./rejected";
import { ROOMS_BROKEN, ROOMS_SOUND } from "./rooms";
import { EVERYDAY_MISSED } from "./rooms/everyday-broken";
import { FRAMEWORKS_ADVISED } from "./rooms/frameworks-broken";
import { HABITS_MISSED } from "./rooms/habits-broken";
import { KEPT_BY_IMAGES_ADVISED } from "./rooms/kept-by-images";
import { OUTINGS_MISSED } from "./rooms/outings-broken";
import { POSTED_CONNECTIONS_ADVISED } from "./rooms/posted-connections";
import { POSTED_SETTINGS_ADVISED } from "./rooms/posted-settings";
import { STRANGERS_ADVISED } from "./rooms/strangers-broken";
import { TWENTY_EIGHTH_MISSED } from "./rooms/twenty-eighth-broken";
import { TWENTY_NINTH_MISSED } from "./rooms/twenty-ninth-broken";
import { SEALED_BROKEN, SEALED_SOUND, type SealedCase } from "./sealed";
import { SECOND_BROKEN, SECOND_SOUND } from "./sealed-second";
import { BROKEN_FILES, SOUND_FILES } from "./server-files";
import { SEVENTEENTH_ADVISED, SEVENTEENTH_BROKEN } from "./seventeenth-broken";
import { SEVENTEENTH_SOUND } from "./seventeenth-sound";
import { SEVENTH_BROKEN } from "./seventh-broken";
import { SEVENTH_SOUND } from "./seventh-sound";
import { BROKEN_SHELLS, SOUND_SHELLS } from "./shells";
import { SIXTEENTH_BROKEN } from "./sixteenth-broken";
import { SIXTEENTH_SOUND } from "./sixteenth-sound";
import { SIXTH_BROKEN } from "./sixth-broken";
import { SIXTH_SOUND } from "./sixth-sound";
import { SPREAD_BROKEN } from "./spread-broken";
import { NEXT_TO_SPREAD, SPREAD_SOUND } from "./spread-sound";
import { TENTH_BROKEN } from "./tenth-broken";
import { TENTH_SOUND } from "./tenth-sound";
import { THIRD_BROKEN } from "./third-broken";
import { THIRD_SOUND } from "./third-sound";
import { THIRTEENTH_BROKEN } from "./thirteenth-broken";
import { THIRTEENTH_SOUND } from "./thirteenth-sound";
import { TWELFTH_BROKEN } from "./twelfth-broken";
import { TWELFTH_SOUND } from "./twelfth-sound";
import { TWENTIETH_BROKEN } from "./twentieth-broken";
import { TWENTIETH_SOUND } from "./twentieth-sound";
import { TWENTY_FIRST_BROKEN } from "./twenty-first-broken";
import { TWENTY_FIRST_SOUND } from "./twenty-first-sound";

/** Whether the pack stops it by the right rule, or says that it cannot decide. */
function isStopped(rule: string, { rejected, undecided }: Judged): boolean {
  const by = `${rule.replace("/", "-")}:`;
  return (
    undecided !== "" ||
    rejected.some((message) => message.startsWith(by)) ||
    rejected.some((message) => message.includes(`(${rule})`)) ||
    (rule === "unknown" && rejected.length > 0)
  );
}

/** Rules to which kinds of findings have moved since batches named the first one. */
const MOVED: Readonly<Record<string, readonly string[]>> = {
  "service/start-command": ["service/missing-application", "environment/refused-value"],
  "plan/limits": ["service/custom-domain"],
  "environment/placeholder": [
    "environment/refused-value",
    "environment/debug-in-production",
    "service/private-network",
  ],
  "environment/missing-file": ["service/missing-file"],
  "port/peer-mismatch": ["service/private-network"],
};

/** The same, where what cannot be decided has to be the right rule too. */
function isStoppedBy(named: string, { rejected, undecided }: Judged): boolean {
  const rules = named.split("|").flatMap((rule) => [rule, ...(MOVED[rule] ?? [])]);
  return rules.some((rule) => {
    if (rule === "unknown") return rejected.length > 0 || undecided !== "";
    const lists = (line: string) => line.split("Rules: ")[1]?.split(", ").includes(rule) === true;
    const rejects = (message: string) =>
      message.startsWith(`${rule.replace("/", "-")}:`) || message.includes(`(${rule})`);
    return rejected.some(rejects) || undecided.split("\n").some(lists);
  });
}

const withCommand = (startCommand: string, values: Readonly<Record<string, string>> = {}) =>
  judged({ ...SOUND_SERVICE, startCommand, envVars: variables(values) });
const withVariables = (values: Readonly<Record<string, string>>) =>
  judged({ ...SOUND_SERVICE, envVars: variables(values) });

/** A case without the rule that it breaks, to find it in another batch. */
const textOf = ({ rule: _, ...one }: SealedCase) => JSON.stringify(one);

const inProgram = (one: SealedCase) => together(judgedProgram(resourcesOf("api", one)));

/** Alone and in a component, unless the case says in which. */
const asKind = (one: KindCase): readonly Judged[] => {
  const around = one.declared === undefined ? [undefined, { driver: "asyncpg" }] : [one.declared];
  return around.map((declared) => together(judgedProgram(kindResources("job", one, declared))));
};

describe("the gate", () => {
  for (const [rule, cases] of [...Object.entries(BROKEN_COMMANDS), ...Object.entries(BROKEN_SHELLS)]) {
    const around = cases === BROKEN_SHELLS[rule] ? " behind what a shell can do" : "";
    it(`stops a start command that breaks ${rule}${around}, or cannot decide it`, () => {
      const missed = cases.filter(([command, values]) => !isStopped(rule, withCommand(command, values)));
      assert.deepEqual(missed, []);
    });
  }

  it("lets every sound start command pass", () => {
    const alarms = [...SOUND_COMMANDS, ...SOUND_SHELLS].flatMap(([command, values]) => {
      const { rejected } = withCommand(command, values);
      return rejected.map((message) => `${command}: ${message}`);
    });
    assert.deepEqual(alarms, []);
  });

  for (const [rule, cases] of Object.entries(BROKEN_DATABASES)) {
    it(`stops variables that break ${rule}, or cannot decide it`, () => {
      assert.deepEqual(
        cases.filter((values) => !isStopped(rule, withVariables(values))),
        [],
      );
    });
  }

  it("lets every sound database pass", () => {
    const alarms = SOUND_DATABASES.flatMap((values) =>
      withVariables(values).rejected.map((message) => `${JSON.stringify(values)}: ${message}`),
    );
    assert.deepEqual(alarms, []);
  });

  it("stops every configuration of another form that is broken, or cannot decide it", () => {
    const missed = [...SEALED_BROKEN, ...SECOND_BROKEN].filter(
      (one) => !isStopped(one.rule ?? "", inProgram(one)),
    );
    assert.deepEqual(missed, []);
  });

  it("lets every sound configuration of another form pass", () => {
    const alarms = [...SEALED_SOUND, ...SECOND_SOUND].flatMap((one) =>
      inProgram(one).rejected.map((message) => `${JSON.stringify(one)}: ${message}`),
    );
    assert.deepEqual(alarms, []);
  });

  it("stops every broken configuration of any language, set-up and environment by its rule", () => {
    const missed = [
      ...THIRD_BROKEN,
      ...FOURTH_BROKEN,
      ...FIFTH_BROKEN,
      ...SIXTH_BROKEN,
      ...SEVENTH_BROKEN,
      ...EIGHTH_BROKEN,
      ...NINTH_BROKEN,
      ...TENTH_BROKEN,
      ...ELEVENTH_BROKEN,
      ...TWELFTH_BROKEN,
      ...THIRTEENTH_BROKEN,
      ...FOURTEENTH_BROKEN,
      ...FIFTEENTH_BROKEN,
      ...SIXTEENTH_BROKEN,
      ...SEVENTEENTH_BROKEN,
      ...EIGHTEENTH_BROKEN,
      ...NINETEENTH_BROKEN,
      ...NEXT_TO_NINETEENTH,
      ...TWENTIETH_BROKEN,
      ...TWENTY_FIRST_BROKEN,
      ...ROOMS_BROKEN,
      ...NEXT_TO_TENTH,
      ...BROKEN_FILES,
      ...ONCE_SILENT,
      ...SPREAD_BROKEN,
    ].filter(
      (one) =>
        ![
          ...UNSEEN,
          ...ONCE_MISSED,
          ...TWENTY_EIGHTH_MISSED,
          ...HABITS_MISSED,
          ...EVERYDAY_MISSED,
          ...OUTINGS_MISSED,
          ...TWENTY_NINTH_MISSED,
          ...EIGHTEENTH_ADVISED,
          ...STRANGERS_ADVISED,
          ...FRAMEWORKS_ADVISED,
          ...POSTED_CONNECTIONS_ADVISED,
          ...POSTED_SETTINGS_ADVISED,
          ...KEPT_BY_IMAGES_ADVISED,
        ].includes(one) && !isStoppedBy(one.rule ?? "", inProgram(one)),
    );
    assert.deepEqual(missed, []);
  });

  it("lets every sound configuration of any language, set-up and environment pass", () => {
    const alarms = [
      ...THIRD_SOUND,
      ...FOURTH_SOUND,
      ...FIFTH_SOUND,
      ...SIXTH_SOUND,
      ...SEVENTH_SOUND,
      ...EIGHTH_SOUND,
      ...NINTH_SOUND,
      ...TENTH_SOUND,
      ...ELEVENTH_SOUND,
      ...TWELFTH_SOUND,
      ...THIRTEENTH_SOUND,
      ...FOURTEENTH_SOUND,
      ...FIFTEENTH_SOUND,
      ...SIXTEENTH_SOUND,
      ...SEVENTEENTH_SOUND,
      ...EIGHTEENTH_SOUND.filter((one) => !EIGHTEENTH_ARGUED.includes(one)),
      ...NINETEENTH_SOUND,
      ...SOUND_NEXT_TO_NINETEENTH,
      ...TWENTIETH_SOUND,
      ...TWENTY_FIRST_SOUND,
      ...ROOMS_SOUND,
      ...SOUND_NEXT_TO_TENTH,
      ...SOUND_FILES,
      ...NEXT_TO_SILENT,
      ...SPREAD_SOUND,
      ...NEXT_TO_SPREAD,
    ].flatMap((one) => inProgram(one).rejected.map((message) => `${JSON.stringify(one)}: ${message}`));
    assert.deepEqual(alarms, []);
  });

  it("gives advice about what deploys and is doubtful, and none about what looks like it", () => {
    const isAdvised = (one: SealedCase) =>
      inProgram(one).advised.some(
        (message) =>
          message.includes(`(${one.rule})`) || message.startsWith(`${one.rule?.replace("/", "-")}:`),
      );
    assert.deepEqual(
      [
        ...SEVENTEENTH_ADVISED,
        ...EIGHTEENTH_ADVISED,
        ...STRANGERS_ADVISED,
        ...FRAMEWORKS_ADVISED,
        ...POSTED_CONNECTIONS_ADVISED,
        ...POSTED_SETTINGS_ADVISED,
        ...KEPT_BY_IMAGES_ADVISED,
      ].filter((one) => !isAdvised(one)),
      [],
    );
    assert.deepEqual(
      SEVENTEENTH_SOUND.flatMap((one) => inProgram(one).advised),
      [],
    );
  });

  it("lists no case as missed that it stops", () => {
    assert.deepEqual(
      ONCE_MISSED.filter((one) => isStoppedBy(one.rule ?? "", inProgram(one))),
      [],
    );
    assert.equal(ONCE_MISSED.length, 9);
  });

  it("repeats no case of one batch in another", () => {
    const written = [
      ...[...SEVENTH_BROKEN, ...SEVENTH_SOUND, ...EIGHTH_BROKEN, ...EIGHTH_SOUND],
      ...[...NINTH_BROKEN, ...NINTH_SOUND, ...ELEVENTH_BROKEN, ...ELEVENTH_SOUND],
      ...[...TENTH_BROKEN, ...TENTH_SOUND, ...NEXT_TO_TENTH, ...SOUND_NEXT_TO_TENTH],
    ].map(textOf);
    const repeated = written.filter((one, index) => written.indexOf(one) !== index);
    assert.deepEqual(repeated, REPEATED.map(textOf));
  });

  it("stops every broken private service, worker, cron job and site", () => {
    const by = (rule = "") => `${rule.replace("/", "-")}:`;
    const missed = BROKEN_KINDS.filter(
      (one) =>
        !asKind(one).every(({ rejected }) =>
          rejected.some((message) => message.startsWith(by(one.rule)) || message.includes(`(${one.rule})`)),
        ),
    );
    assert.deepEqual(missed, []);
  });

  it("lets every sound private service, worker, cron job and site pass", () => {
    const alarms = SOUND_KINDS.flatMap((one) =>
      asKind(one).flatMap(({ rejected }) => rejected.map((message) => `${JSON.stringify(one)}: ${message}`)),
    );
    assert.deepEqual(alarms, []);
  });

  it("stops every value that a template left", () => {
    assert.deepEqual(
      [...PLACEHOLDERS, ...DRAWN_PLACEHOLDERS].filter(
        (line) => !isStopped("environment/placeholder", withVariables(pair(line))),
      ),
      [],
    );
  });

  it("takes no ordinary value for a placeholder", () => {
    const alarms = [...ORDINARY, ...DRAWN_ORDINARY].flatMap((line) =>
      withVariables(pair(line)).rejected.filter((message) => message.startsWith("environment-placeholder:")),
    );
    assert.deepEqual(alarms, []);
  });
});
