import assert from "node:assert/strict";
import { EIGHTEENTH_BROKEN_PROGRAMS } from "./eighteenth-broken";
import type { BrokenProgram } from "./eighteenth-form";
import { registeredOf } from "./eighteenth-program";
import { EIGHTEENTH_SOUND_PROGRAMS } from "./eighteenth-sound";
import { NINETEENTH_BROKEN_PROGRAMS } from "./nineteenth-broken";
import { NINETEENTH_SOUND_PROGRAMS } from "./nineteenth-sound";
import { judgedProgram } from "./program";
import { NEXT_TO_TWENTIETH, SOUND_NEXT_TO_TWENTIETH } from "./rooms/next-to-twentieth";
import { NEXT_TO_TWENTY_FIRST, SOUND_NEXT_TO_TWENTY_FIRST } from "./rooms/next-to-twenty-first";
import { OUTSIDERS_PROGRAMS_BROKEN, OUTSIDERS_PROGRAMS_SOUND } from "./rooms/outsiders-programs";
import { TEAMS_NETWORKS_BROKEN, TEAMS_NETWORKS_SOUND } from "./rooms/teams-networks";
import { TEAMS_PROGRAMS_BROKEN, TEAMS_PROGRAMS_SOUND } from "./rooms/teams-programs";
import { TWENTIETH_BROKEN_PROGRAMS } from "./twentieth-broken";
import { TWENTIETH_SOUND_PROGRAMS } from "./twentieth-sound";
import { TWENTY_FIRST_BROKEN_PROGRAMS } from "./twenty-first-broken";
import { TWENTY_FIRST_SOUND_PROGRAMS } from "./twenty-first-sound";

/** Programs that the gate leaves undecided or advises about at the place, and why. */
const UNDECIDED: Readonly<Record<string, string>> = {
  "registry-of-another-kind": "Render may log in with it all the same",
  "log-stream-by-https": "a provider of logs may take it",
  "site-that-asks-by-http": "a browser may know that the host has HTTPS alone",
  "private-service-at-10000": "two of Render's pages say otherwise of this port (docs/facts/render.md#r31)",
  "private-service-on-loopback": "the program in the background may be a proxy",
  "certificate-that-no-file-has": "an env group that is linked by its id may bring the file",
  "hosts-of-a-developer": "the code may add the platform's name to the list",
  "worker-that-only-serves": "its code may work beside the requests",
  "queue-that-evicts": "its memory may never be full",
  "sidekiq-that-evicts": "its memory may never be full",
  "private-service-by-a-public-name": "another service may have that name",
  "files-of-another-disk": "the program may use the folder for something else",
  "maintenance-page-without-scheme": "Render may put a scheme before it",
  "peer-on-localhost": "the command may start it beside the server",
  "peer-on-localhost-in-parts": "the command may start it beside the server",
  "internal-name-in-the-browser": "the server alone may ask it",
  "websocket-at-another-port": "the service may listen on a second port",
  "name-of-another-platform": "a tunnel may lead there",
  "name-of-heroku": "a tunnel may lead there",
  "peer-with-a-typing-error": "another program may declare a service of that name",
  "question-mark": "Render may take it",
  "no-health-check": "it is deployed all the same",
  "folder-of-another-tool": "the tool's settings may name that folder",
  "program-that-the-runtime-lacks": "the build may bring it",
  "region-of-another-cloud": "Render may have more regions than the list had at its date: it is advice",
  "group-of-two-projects": "a team may have its sign-ins in a project of their own: it is advice",
  "pooler-in-no-region": "Supabase may have more regions than the list had at its date",
  "private-service-asked-by-a-public-name": "another service may have that name",
  "scheme-of-heroku-in-flask": "the code may replace the scheme",
  "search-asked-at-another-port": "no preview reads on which port an image listens",
  "report-at-10000": "two of Render's pages say otherwise of this port (docs/facts/render.md#r31)",
  "sibling-on-localhost": "another process of the service may be there",
  "sibling-by-its-name-of-compose": "another program may have a service of that name",
  "console-of-minio-for-its-api": "no preview reads on which port an image listens",
  "columns-asked-at-the-native-port": "no preview reads on which port an image listens",
  "vectors-on-loopback": "no preview reads what an image does with a variable",
  "plan-as-a-blueprint-spells-it": "Render may have more plans than the list had at its date: it is advice",
  "job-that-saves-the-disk-of-a-service": "the command may make the folder itself",
  "tag-in-the-name-of-the-image": "the API takes a tag in the image's path: the batch took it for a fault",
  "database-image-without-a-password": "the disk may have a database already",
  "worker-reads-the-disk-of-the-service": "the worker may use the folder for something else",
};

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
    assert.deepEqual(missed.sort(), Object.keys(UNDECIDED).sort());
  });

  it("leaves undecided, or advises about, what it does not reject", () => {
    const silent = BROKEN.filter(({ name }) => Object.hasOwn(UNDECIDED, name)).filter((one) =>
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
    ];
    const alarms = sound.flatMap((one) =>
      judge(one).flatMap(({ rejected }) => rejected.map((message) => `${one.name}: ${message}`)),
    );
    assert.deepEqual(alarms, []);
  });
});
