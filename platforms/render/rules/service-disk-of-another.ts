import { neighboursBy } from "../../../domain/beside";
import { diskOf } from "../../../domain/disk";
import {
  type Fact,
  factsOf,
  type NeighbourFact,
  type PlatformFact,
  type VariableFact,
} from "../../../domain/fact";
import { isBelow } from "../../../domain/is-below";
import { rule } from "../../../domain/rule";
import { runsLocally } from "../../../domain/runs-locally";
import { type Judged, verdictOf } from "../../../domain/verdict";
import { databaseVariables, isOnDisk } from "../sqlite-file";

export const serviceDiskOfAnother = rule({
  id: "service/disk-of-another",
  severity: "error",
  title: "No service opens a file on another service's disk",
  why: "Render attaches a disk to one service alone: a cron job or a worker with the same path opens a file of its own, which is empty and lost at its next start, or finds no folder.",
  fix: "Let the service with the disk do it, ask that service over the network, or keep the data in a database server.",
  reference: "https://render.com/docs/disks",
  platforms: ["render"],
  settings: ["localEnvironments"],
  comparesServices: true,
  check: (facts, settings) => {
    if (runsLocally(facts, settings)) return { violations: [], undecided: [] };
    const judged = factsOf(facts, "platform")
      .filter(({ platform, disk }) => platform === "render" && disk !== true)
      .flatMap((own): readonly Judged[] =>
        own.pending === undefined
          ? [
              ...databaseVariables(facts, own.service).flatMap((fact) => ofVariable(fact, facts, own.place)),
              ...ofFolders(facts, own),
              ...ofCommands(facts, own),
            ]
          : [{ place: own.place, why: own.pending }],
      );
    return verdictOf(judged);
  },
});

/** `UPLOAD_DIR=/var/data/uploads`: files that the service with the disk writes are not there. */
function ofFolders(facts: readonly Fact[], own: PlatformFact): readonly Judged[] {
  if (diskOf(facts, own.service) !== undefined) return [];
  return factsOf(facts, "variable").flatMap(({ name, value, place, service }) => {
    if (service !== own.service || !value.known || !FOLDER_NAME.test(name)) return [];
    const path = value.value.trim();
    const holder = holderOf(path, facts);
    if (holder === undefined) return [];
    return [{ place, why: `${path} is on the disk of ${holder.name} alone, and here it is another folder` }];
  });
}

/** `sqlite3 /var/data/notes.db`: a command that names a file of the service with the disk; it may make the folder itself. */
function ofCommands(facts: readonly Fact[], own: PlatformFact): readonly Judged[] {
  if (diskOf(facts, own.service) !== undefined) return [];
  return factsOf(facts, "start-command").flatMap(({ command, place, service }) => {
    if (service !== own.service || !command.known) return [];
    const [path] = (command.value.match(/(?<![\w./:-])\/[\w./-]+/g) ?? []).filter((one) =>
      holderOf(one, facts),
    );
    const holder = path === undefined ? undefined : holderOf(path, facts);
    if (holder === undefined) return [];
    return [{ place, why: `${path} is on the disk of ${holder.name} alone, and here it is another file` }];
  });
}

/** The service on whose disk a path is. */
const holderOf = (path: string, facts: readonly Fact[]): NeighbourFact | undefined =>
  neighboursBy(facts, "with a disk").find(({ diskAt }) => diskAt !== undefined && isBelow(path, diskAt));

const FOLDER_NAME = /(?:^|_)(?:DIR|DIRECTORY|FOLDER|PATH|ROOT|LOCATION|STORAGE)$/i;

function ofVariable(
  fact: VariableFact,
  facts: readonly Fact[],
  own: VariableFact["place"],
): readonly Judged[] {
  const { value, place, name, service } = fact;
  const holders = neighboursBy(facts, "with a disk");
  if (!value.known) return holders.length === 0 ? [] : [{ place, why: value.why }];
  const holder = holders.find(({ diskAt = "" }) => isOnDisk(value.value, diskAt));
  if (holder?.diskAt === undefined || diskOf(facts, service) !== undefined) return [];
  // What a group gives to all its services, this one may not open.
  const isShared = place.source === "resource" && own.source === "resource" && place.urn !== own.urn;
  return [
    {
      place,
      ...(service !== undefined && { service }),
      ...(isShared && { severity: "warning" as const }),
      what: `SQLite file in ${name}`,
      expected: "a file on a disk of its own, or a database server",
      got: `one below ${holder.diskAt}, the disk of ${holder.name} alone`,
      fix: `Let ${holder.name} do what needs the file, or keep the data in a database server.`,
      related: [holder.place],
    },
  ];
}
