import assert from "node:assert/strict";
import { EIGHTEENTH_BROKEN_PROGRAMS } from "./eighteenth-broken";
import type { BrokenProgram } from "./eighteenth-form";
import { registeredOf } from "./eighteenth-program";
import { EIGHTEENTH_SOUND_PROGRAMS } from "./eighteenth-sound";
import { NINETEENTH_BROKEN_PROGRAMS } from "./nineteenth-broken";
import { NINETEENTH_SOUND_PROGRAMS } from "./nineteenth-sound";
import { judgedProgram } from "./program";
import { ASKED_PROGRAMS_BROKEN, ASKED_PROGRAMS_SOUND } from "./rooms/asked-by-commands";
import { QUEUE_PROGRAMS_BROKEN, QUEUE_PROGRAMS_SOUND } from "./rooms/brokers-and-queues";
import { EMPTY_GROUPS_BROKEN, EMPTY_GROUPS_SOUND } from "./rooms/empty-groups";
import { FRAMEWORKS_BROKEN_WHOLE } from "./rooms/frameworks-broken";
import { FRAMEWORKS_SOUND_WHOLE } from "./rooms/frameworks-sound";
import { NAMES_IN_COMMANDS_BROKEN, NAMES_IN_COMMANDS_SOUND } from "./rooms/names-in-commands";
import { NEXT_TO_POSTED_PROGRAMS } from "./rooms/next-to-posted-programs";
import { NEXT_TO_POSTED_STORES, SOUND_NEXT_TO_POSTED_STORES } from "./rooms/next-to-posted-stores";
import {
  NEXT_TO_REPORTED_PROGRAMS,
  SOUND_NEXT_TO_REPORTED_PROGRAMS,
} from "./rooms/next-to-reported-programs";
import { NEXT_TO_TWENTIETH, SOUND_NEXT_TO_TWENTIETH } from "./rooms/next-to-twentieth";
import { NEXT_TO_TWENTY_FIRST, SOUND_NEXT_TO_TWENTY_FIRST } from "./rooms/next-to-twenty-first";
import { ONE_KEY_BROKEN, ONE_KEY_SOUND } from "./rooms/one-key-of-several";
import { OUTSIDERS_PROGRAMS_BROKEN, OUTSIDERS_PROGRAMS_SOUND } from "./rooms/outsiders-programs";
import { POSTED_PROGRAMS_BROKEN } from "./rooms/posted-programs-broken";
import { POSTED_PROGRAMS_SOUND } from "./rooms/posted-programs-sound";
import { REPORTED_FRAMEWORKS_BROKEN_WHOLE } from "./rooms/reported-frameworks-broken-programs";
import { REPORTED_FRAMEWORKS_SOUND_WHOLE } from "./rooms/reported-frameworks-sound";
import { REPORTED_PROGRAMS_BROKEN_WHOLE } from "./rooms/reported-programs-broken";
import { REPORTED_PROGRAMS_SOUND_WHOLE } from "./rooms/reported-programs-sound";
import { SOUND_NEXT_TO_POSTED_PROGRAMS } from "./rooms/sound-next-to-posted-programs";
import { TEAMS_NETWORKS_BROKEN, TEAMS_NETWORKS_SOUND } from "./rooms/teams-networks";
import { TEAMS_PROGRAMS_BROKEN, TEAMS_PROGRAMS_SOUND } from "./rooms/teams-programs";
import { TWENTY_EIGHTH_BROKEN_PROGRAMS } from "./rooms/twenty-eighth-broken";
import { TWENTY_EIGHTH_SOUND_PROGRAMS } from "./rooms/twenty-eighth-sound";
import { TWENTY_FIFTH_BROKEN_PROGRAMS } from "./rooms/twenty-fifth-broken";
import { TWENTY_FIFTH_SOUND_PROGRAMS } from "./rooms/twenty-fifth-sound";
import { TWENTY_FOURTH_BROKEN_PROGRAMS } from "./rooms/twenty-fourth-broken";
import { TWENTY_FOURTH_SOUND_PROGRAMS } from "./rooms/twenty-fourth-sound";
import { TWENTY_NINTH_BROKEN_PROGRAMS } from "./rooms/twenty-ninth-broken";
import { TWENTY_NINTH_SOUND_PROGRAMS } from "./rooms/twenty-ninth-sound";
import { TWENTY_SECOND_BROKEN_PROGRAMS } from "./rooms/twenty-second-broken";
import { TWENTY_SECOND_SOUND_PROGRAMS } from "./rooms/twenty-second-sound";
import { TWENTY_SEVENTH_BROKEN_PROGRAMS } from "./rooms/twenty-seventh-broken";
import { TWENTY_SEVENTH_SOUND_PROGRAMS } from "./rooms/twenty-seventh-sound";
import { TWENTY_SIXTH_BROKEN_PROGRAMS } from "./rooms/twenty-sixth-broken";
import { TWENTY_SIXTH_SOUND_PROGRAMS } from "./rooms/twenty-sixth-sound";
import { TWENTY_THIRD_BROKEN_PROGRAMS } from "./rooms/twenty-third-broken";
import { TWENTY_THIRD_SOUND_PROGRAMS } from "./rooms/twenty-third-sound";
import { UNDECIDED_PROGRAMS } from "./rooms/undecided-programs";
import { WEEKDAY_BROKEN_PROGRAMS } from "./rooms/weekday-broken";
import { WEEKDAY_SOUND_PROGRAMS } from "./rooms/weekday-sound";
import { TWENTIETH_BROKEN_PROGRAMS } from "./twentieth-broken";
import { TWENTIETH_SOUND_PROGRAMS } from "./twentieth-sound";
import { TWENTY_FIRST_BROKEN_PROGRAMS } from "./twenty-first-broken";
import { TWENTY_FIRST_SOUND_PROGRAMS } from "./twenty-first-sound";

const BROKEN = [
  ...EIGHTEENTH_BROKEN_PROGRAMS,
  ...NINETEENTH_BROKEN_PROGRAMS,
  ...TWENTIETH_BROKEN_PROGRAMS,
  ...TWENTY_FIRST_BROKEN_PROGRAMS,
  ...TEAMS_PROGRAMS_BROKEN,
  ...TEAMS_NETWORKS_BROKEN,
  ...NEXT_TO_TWENTIETH,
  ...NEXT_TO_TWENTY_FIRST,
  ...OUTSIDERS_PROGRAMS_BROKEN,
  ...TWENTY_THIRD_BROKEN_PROGRAMS,
  ...TWENTY_SECOND_BROKEN_PROGRAMS,
  ...TWENTY_FOURTH_BROKEN_PROGRAMS,
  ...TWENTY_FIFTH_BROKEN_PROGRAMS,
  ...TWENTY_SIXTH_BROKEN_PROGRAMS,
  ...TWENTY_SEVENTH_BROKEN_PROGRAMS,
  ...TWENTY_EIGHTH_BROKEN_PROGRAMS,
  ...ONE_KEY_BROKEN,
  ...ASKED_PROGRAMS_BROKEN,
  ...QUEUE_PROGRAMS_BROKEN,
  ...NAMES_IN_COMMANDS_BROKEN,
  ...REPORTED_PROGRAMS_BROKEN_WHOLE,
  ...NEXT_TO_REPORTED_PROGRAMS,
  ...FRAMEWORKS_BROKEN_WHOLE,
  ...REPORTED_FRAMEWORKS_BROKEN_WHOLE,
  ...POSTED_PROGRAMS_BROKEN,
  ...NEXT_TO_POSTED_PROGRAMS,
  ...WEEKDAY_BROKEN_PROGRAMS,
  ...TWENTY_NINTH_BROKEN_PROGRAMS,
  ...NEXT_TO_POSTED_STORES,
  ...EMPTY_GROUPS_BROKEN,
];

const judge = (one: Parameters<typeof registeredOf>[0]) => [...judgedProgram(registeredOf(one)).values()];

/** Whether one of the program's faulty places is rejected, by one of the rules where the batch names any. */
function isRejected({ at, alsoAt = [], rules, ...one }: BrokenProgram): boolean {
  const places = [at, ...alsoAt].map(([resource, property]) => `: ${resource} (${property}`);
  const messages = judge(one).flatMap(({ rejected }) => rejected);
  const ofRule = messages.filter((message) => rules.some((rule) => message.includes(`(${rule})`)));
  return ofRule.length > 0 || messages.some((message) => places.some((place) => message.includes(place)));
}

describe("the gate of whole programs", () => {
  it("rejects every broken one at the place that is wrong", () => {
    const missed = BROKEN.filter((one) => !isRejected(one)).map(({ name }) => name);
    assert.deepEqual(missed.sort(), Object.keys(UNDECIDED_PROGRAMS).sort());
  });

  it("leaves undecided, or advises about, what it does not reject", () => {
    const silent = BROKEN.filter(({ name }) => Object.hasOwn(UNDECIDED_PROGRAMS, name)).filter((one) =>
      judge(one).every(({ undecided, advised }) => undecided === "" && advised.length === 0),
    );
    assert.deepEqual(silent, []);
  });

  it("lets every sound one pass", () => {
    const sound = [
      ...EIGHTEENTH_SOUND_PROGRAMS,
      ...NINETEENTH_SOUND_PROGRAMS,
      ...TWENTIETH_SOUND_PROGRAMS,
      ...TWENTY_FIRST_SOUND_PROGRAMS,
      ...TEAMS_PROGRAMS_SOUND,
      ...TEAMS_NETWORKS_SOUND,
      ...SOUND_NEXT_TO_TWENTIETH,
      ...SOUND_NEXT_TO_TWENTY_FIRST,
      ...OUTSIDERS_PROGRAMS_SOUND,
      ...TWENTY_THIRD_SOUND_PROGRAMS,
      ...TWENTY_SECOND_SOUND_PROGRAMS,
      ...TWENTY_FOURTH_SOUND_PROGRAMS,
      ...TWENTY_FIFTH_SOUND_PROGRAMS,
      ...TWENTY_SIXTH_SOUND_PROGRAMS,
      ...TWENTY_SEVENTH_SOUND_PROGRAMS,
      ...TWENTY_EIGHTH_SOUND_PROGRAMS,
      ...ONE_KEY_SOUND,
      ...ASKED_PROGRAMS_SOUND,
      ...QUEUE_PROGRAMS_SOUND,
      ...NAMES_IN_COMMANDS_SOUND,
      ...REPORTED_PROGRAMS_SOUND_WHOLE,
      ...SOUND_NEXT_TO_REPORTED_PROGRAMS,
      ...FRAMEWORKS_SOUND_WHOLE,
      ...REPORTED_FRAMEWORKS_SOUND_WHOLE,
      ...POSTED_PROGRAMS_SOUND,
      ...SOUND_NEXT_TO_POSTED_PROGRAMS,
      ...WEEKDAY_SOUND_PROGRAMS,
      ...TWENTY_NINTH_SOUND_PROGRAMS,
      ...SOUND_NEXT_TO_POSTED_STORES,
      ...EMPTY_GROUPS_SOUND,
    ];
    const alarms = sound.flatMap((one) =>
      judge(one).flatMap(({ rejected }) => rejected.map((message) => `${one.name}: ${message}`)),
    );
    assert.deepEqual(alarms, []);
  });
});
