import assert from "node:assert/strict";
import { type Audit, auditFolder } from "../../../audit";
import { planFixes } from "../../../audit/fixes";
import { describePlace } from "../../../domain";
import { inFolder, withLocks } from "../written-folder";
import { FAULTY_ARTEFACTS, SOUND_ARTEFACTS } from "./artefacts";
import { FAULTY_COMPOSE_PEERS, SOUND_COMPOSE_PEERS } from "./built-peers";
import { FAULTY_PEERS, SOUND_PEERS } from "./compose-peers";
import { FAULTY_COPIED } from "./copied-faulty";
import { OPEN_COPIED, SOUND_COPIED } from "./copied-sound";
import { FAULTY_URLS, SOUND_URLS } from "./database-urls";
import { FAULTY_DEVELOPMENT, SOUND_DEVELOPMENT } from "./development-packages";
import { FAULTY_ARGUMENTS, SOUND_ARGUMENTS } from "./driver-arguments";
import { FAULTY_DRIVERS, OPEN_DRIVERS, SOUND_DRIVERS } from "./drivers";
import { FAULTY, OPEN } from "./faulty";
import { FAULTY_PROJECTS } from "./faulty-projects";
import { FAULTY_STACKS } from "./faulty-stacks";
import { FAULTY_FLAGS, OPEN_FLAGS, SOUND_FLAGS } from "./flags";
import { FAULTY_FOLLOWED, SOUND_FOLLOWED } from "./followed";
import { OPEN_FRONTS, SOUND_FRONTS } from "./front-proxies";
import { FAULTY_GRADIO, SOUND_GRADIO } from "./gradio-and-granian";
import { FAULTY_NEEDS, SOUND_NEEDS } from "./heroku-and-django";
import { FAULTY_PLACES, SOUND_PLACES } from "./image-and-root";
import { FAULTY_IN_USE, OPEN_IN_USE, SOUND_IN_USE } from "./in-use";
import { FAULTY_LEAST } from "./least-held-faulty";
import { SOUND_LEAST } from "./least-held-sound";
import { FAULTY_LINKED, SOUND_LINKED } from "./linked-go";
import { FAULTY_LISTENERS, OPEN_LISTENERS, SOUND_LISTENERS } from "./listeners";
import { FAULTY_MEMBERS, SOUND_MEMBERS } from "./member-locks";
import { FAULTY_BRANCHES, FAULTY_MIGRATIONS, SOUND_BRANCHES, SOUND_MIGRATIONS } from "./migrations-of-files";
import { FAULTY_MODULES } from "./modules-faulty";
import { SOUND_MODULES } from "./modules-sound";
import { FAULTY_BY_MANIFESTS, SOUND_BY_MANIFESTS } from "./named-by-manifests";
import { FAULTY_NAMED, SOUND_NAMED } from "./named-files";
import { FAULTY_LOCKS, SOUND_LOCKS } from "./no-lock";
import { FAULTY_DEPLOYED, OPEN_DEPLOYED, SOUND_NOT_DEPLOYED } from "./not-deployed";
import { FAULTY_NOT_THERE, SOUND_NOT_THERE } from "./not-there";
import { NOT_YET } from "./not-yet";
import { FAULTY_STARTED_PROGRAMS, OPEN_OTHER_PROGRAMS, SOUND_OTHER_PROGRAMS } from "./other-programs";
import type { SmallRepository } from "./repository";
import { FAULTY_RUNTIMES, SOUND_RUNTIMES } from "./runtime-versions";
import { FAULTY_ONLY_LISTENERS, OPEN_SECOND_LISTENERS, SOUND_SECOND_LISTENERS } from "./second-listeners";
import { FAULTY_ONLY_SOCKETS, OPEN_SECOND_SOCKETS, SOUND_SECOND_SOCKETS } from "./second-sockets";
import { FAULTY_OPTIONS, SOUND_OPTIONS } from "./server-options";
import { FAULTY_SETTINGS, OPEN_SETTINGS, SOUND_SETTINGS } from "./settings-that-win";
import { SOUND } from "./sound";
import { SOUND_PROJECTS } from "./sound-projects";
import { SOUND_STACKS } from "./sound-stacks";
import { FAULTY_SYMFONY, SOUND_SYMFONY } from "./symfony-default";
import { FAULTY_TEMPLATES } from "./templates-faulty";
import { SOUND_TEMPLATES } from "./templates-sound";
import { FAULTY_UNMET } from "./unmet-faulty";
import { SOUND_UNMET } from "./unmet-sound";
import { FAULTY_SERVED, OPEN_SERVED, SOUND_SERVED } from "./web-servers";
import { FAULTY_LAST, SOUND_LAST } from "./written-last";

/** What is found of these severities, as `rule file:line`. */
function told({ findings }: Audit, severities: readonly string[]): readonly string[] {
  return findings.flatMap(({ rule, place, severity }) => {
    if (!severities.includes(severity) || place.source !== "file") return [];
    return [`${rule} ${place.file}:${place.line ?? ""}`];
  });
}

/** Of which no file is left out. */
const whole = <T extends SmallRepository>(one: T): T => ({ ...one, isWhole: true });

describe("a sound repository", () => {
  for (const { name, files, isWhole } of [
    ...SOUND,
    ...SOUND_STACKS,
    ...SOUND_PROJECTS,
    ...SOUND_DRIVERS,
    ...SOUND_LISTENERS,
    ...SOUND_IN_USE,
    ...SOUND_LAST,
    ...SOUND_FOLLOWED,
    ...SOUND_TEMPLATES,
    ...SOUND_NOT_DEPLOYED,
    ...SOUND_OTHER_PROGRAMS,
    ...SOUND_SECOND_SOCKETS,
    ...SOUND_SECOND_LISTENERS,
    ...SOUND_SERVED,
    ...SOUND_FRONTS,
    ...SOUND_SETTINGS,
    ...SOUND_FLAGS,
    ...SOUND_GRADIO,
    ...SOUND_OPTIONS,
    ...SOUND_NOT_THERE,
    ...SOUND_RUNTIMES,
    ...SOUND_MIGRATIONS,
    ...SOUND_BRANCHES,
    ...SOUND_LEAST.map(whole),
    ...SOUND_PEERS,
    ...SOUND_BY_MANIFESTS,
    ...SOUND_COMPOSE_PEERS,
    ...SOUND_NAMED,
    ...SOUND_LOCKS.map(whole),
    ...SOUND_URLS,
    ...SOUND_SYMFONY,
    ...SOUND_COPIED,
    ...SOUND_MODULES,
    ...SOUND_ARGUMENTS,
    ...SOUND_ARTEFACTS,
    ...SOUND_DEVELOPMENT,
    ...SOUND_MEMBERS.map(whole),
    ...SOUND_UNMET,
    ...SOUND_LINKED,
    ...SOUND_NEEDS,
    ...SOUND_PLACES,
  ]) {
    (process.env.ALL_REPOSITORIES === undefined && NOT_YET.includes(name) ? it.skip : it)(
      `is found sound: ${name}`,
      () =>
        inFolder(isWhole === true ? files : withLocks(files), (folder) => {
          const { audit, files: changed } = planFixes(folder, {});
          assert.deepEqual(told(audit, ["error", "warning"]), []);
          assert.deepEqual(changed, []);
        }),
    );
  }
});

describe("a faulty repository", () => {
  for (const { name, files, isWhole, finds, spares = [] } of [
    ...FAULTY,
    ...FAULTY_STACKS,
    ...FAULTY_PROJECTS,
    ...FAULTY_DRIVERS,
    ...FAULTY_LISTENERS,
    ...FAULTY_IN_USE,
    ...FAULTY_LAST,
    ...FAULTY_FOLLOWED,
    ...FAULTY_TEMPLATES,
    ...FAULTY_DEPLOYED,
    ...FAULTY_STARTED_PROGRAMS,
    ...FAULTY_ONLY_SOCKETS,
    ...FAULTY_ONLY_LISTENERS,
    ...FAULTY_SERVED,
    ...FAULTY_SETTINGS,
    ...FAULTY_FLAGS,
    ...FAULTY_GRADIO,
    ...FAULTY_OPTIONS,
    ...FAULTY_NOT_THERE,
    ...FAULTY_RUNTIMES,
    ...FAULTY_MIGRATIONS,
    ...FAULTY_BRANCHES,
    ...FAULTY_LEAST.map(whole),
    ...FAULTY_PEERS,
    ...FAULTY_BY_MANIFESTS,
    ...FAULTY_COMPOSE_PEERS,
    ...FAULTY_NAMED,
    ...FAULTY_LOCKS.map(whole),
    ...FAULTY_URLS,
    ...FAULTY_SYMFONY,
    ...FAULTY_COPIED,
    ...FAULTY_MODULES,
    ...FAULTY_ARGUMENTS,
    ...FAULTY_ARTEFACTS,
    ...FAULTY_DEVELOPMENT,
    ...FAULTY_MEMBERS.map(whole),
    ...FAULTY_UNMET,
    ...FAULTY_LINKED,
    ...FAULTY_NEEDS,
    ...FAULTY_PLACES,
  ]) {
    (process.env.ALL_REPOSITORIES === undefined && NOT_YET.includes(name) ? it.skip : it)(
      `is found faulty: ${name}`,
      () =>
        inFolder(isWhole === true ? files : withLocks(files), (folder) => {
          const found = told(auditFolder(folder), ["error", "warning", "note"]);
          for (const wanted of finds)
            assert.ok(found.includes(wanted), `${wanted} in ${found.join(", ") || "nothing"}`);
          for (const rule of spares) assert.ok(!found.some((one) => one.startsWith(rule)), found.join(", "));
        }),
    );
  }
});

describe("what cannot be followed", () => {
  for (const { name, files, isWhole, undecidedAt } of [
    ...OPEN,
    ...OPEN_DRIVERS,
    ...OPEN_LISTENERS,
    ...OPEN_IN_USE,
    ...OPEN_DEPLOYED,
    ...OPEN_OTHER_PROGRAMS,
    ...OPEN_SECOND_SOCKETS,
    ...OPEN_SECOND_LISTENERS,
    ...OPEN_SERVED,
    ...OPEN_FRONTS,
    ...OPEN_SETTINGS,
    ...OPEN_FLAGS,
    ...OPEN_COPIED,
  ]) {
    (process.env.ALL_REPOSITORIES === undefined && NOT_YET.includes(name) ? it.skip : it)(
      `is not decided where the chain ends: ${name}`,
      () =>
        inFolder(isWhole === true ? files : withLocks(files), (folder) => {
          const places = auditFolder(folder).undecided.map(({ place }) =>
            describePlace(place).split(":").slice(0, 2).join(":"),
          );
          assert.ok(places.includes(undecidedAt), places.join(", ") || "nothing");
        }),
    );
  }
});
