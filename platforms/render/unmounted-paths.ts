import { diskOf } from "../../domain/disk";
import { type Fact, type FactOf, factsOf } from "../../domain/fact";
import { isBelow } from "../../domain/is-below";
import type { Undecided } from "../../domain/rule";
import { namesDisk } from "./image-folders";
import { isNative } from "./manifest";
import { databaseVariables, sqlitePath } from "./sqlite-file";

/** Folders that guides give to disks (render.com/docs/disks), and none that a native runtime has. */
const OF_DISKS = /^\/(?:var\/data|data|mnt|disk|storage|uploads|persistent)(?:\/[\w.-]+)*\/?$/;
const PATH_NAME = /(?:^|_)(?:DIR|DIRECTORY|PATH|ROOT|FOLDER|STORAGE|FILE|DB)$/;
const OF_URLS = /URL|URI|PREFIX|ROUTE|HEALTH|API|BASE_PATH|STATIC/;

/** Files of a variable that are in a folder of disks, where no disk of the service is. */
export function unmountedPaths(facts: readonly Fact[]): readonly Undecided[] {
  return factsOf(facts, "variable").flatMap(({ place, name, value, service }) => {
    if (place.source !== "resource" || !value.known || !PATH_NAME.test(name) || OF_URLS.test(name)) return [];
    const path = value.value.trim();
    if (!OF_DISKS.test(path)) return [];
    const own = factsOf(facts, "platform").find((one) => one.service === service);
    const at = diskOf(facts, service);
    if (own === undefined || own.pending !== undefined || (at === undefined && own.disk === true)) return [];
    if (at === undefined && !isNative(own)) return [];
    if (at !== undefined && isBelow(path, at)) return [];
    return [{ place, why: `${name} names a folder at which no disk of the service is` }];
  });
}

/** Options by which servers that keep data in files are given the folder of it. */
const DATA_OPTION =
  /(?:^|\s)--?(?:dir|data[-_]?(?:dir|path|folder)?|storage[-_]?(?:dir|path)?|db[-_]?path|datadir)[= ]+(\/[\w./-]+)/i;
/** `minio server /data`: the folder is the program's own argument. */
const DATA_ARGUMENT = /(?:^|\/|\s)minio\s+server\s+(?:-\S+\s+)*(\/[\w./-]+)/;

/** A command's folder of data that is beside the service's disk: each deploy empties it. */
export function foldersBesideDisk(facts: readonly Fact[]): readonly Undecided[] {
  return factsOf(facts, "start-command").flatMap(({ place, command, service }) => {
    const disk = diskOf(facts, service);
    if (!command.known || disk === undefined) return [];
    const path = (DATA_OPTION.exec(command.value) ?? DATA_ARGUMENT.exec(command.value))?.[1];
    if (path === undefined || command.value.split(/[\s=:"']+/).some((word) => isBelow(word, disk))) return [];
    return [{ place, why: `it keeps its data in ${path}, and the disk is at ${disk}` }];
  });
}

/** Variables by which programs are given the folder or the file of what they keep. */
const KEPT =
  /^(?:\w+_)?(?:MEDIA_(?:ROOT|DIR|PATH)|UPLOADS?_(?:DIR|DIRECTORY|PATH|FOLDER)|(?:DATABASE|DB|SQLITE)_(?:FILENAME|FILE|PATH|DIR)|(?:PB_)?DATA_(?:DIR|PATH)|STORAGE_(?:DIR|PATH))$/;
const OF_DATABASES = /^(?:DATABASE|DB|SQLITE)_(?:FILENAME|FILE|PATH|DIR)$/;
/** Folders whose files may go at any moment. */
const OF_A_MOMENT = /^\/(?:tmp|dev\/shm)(?:\/|$)/;
/** A path in the folder of the code, or a whole one. */
const PATH = /^(?:\.{0,2}\/)?[\w.-]+(?:\/[\w.-]+)*\/?$/;

/**
 * What a variable says is kept, beside a disk that nothing else names; and a database's file of a native service that has
 * no disk.
 */
export function keptBesideDisk(facts: readonly Fact[]): readonly Undecided[] {
  return factsOf(facts, "platform").flatMap((own): readonly Undecided[] => {
    const { service } = own;
    if (!mayKeep(own)) return [];
    const disk = diskOf(facts, service);
    if (disk === undefined && (own.disk === true || !isNative(own))) return [];
    const variables = factsOf(facts, "variable").filter((one) => one.service === service);
    if (disk !== undefined && (!isRead(variables, facts) || namesDisk(facts, service, disk))) return [];
    return variables.flatMap(({ name, value, place: at }) => {
      const path = value.known ? value.value.trim() : "";
      if (at.source !== "resource" || !PATH.test(path) || !/[/.]/.test(path) || OF_DISKS.test(path))
        return [];
      if (!(disk === undefined ? OF_DATABASES : KEPT).test(name) || OF_A_MOMENT.test(path)) return [];
      const why =
        disk === undefined
          ? ON_NO_DISK
          : `it is beside the disk at ${disk}, and each deploy begins without it`;
      return [{ place: at, why }];
    });
  });
}

const ON_NO_DISK = "it is on no disk of the service, and each deploy begins without it";

/** Whether a program's service can have a disk, and what it has is known. */
const mayKeep = ({ place, pending, type }: FactOf<"platform">): boolean =>
  place.source === "resource" && pending === undefined && type !== "cron" && type !== "static";

const isRead = (variables: readonly FactOf<"variable">[], facts: readonly Fact[]): boolean =>
  variables.every(({ value }) => value.known) &&
  factsOf(facts, "start-command").every(({ command }) => command.known);

const FILE_OF_SQLITE = /^\/[\w./-]+\.(?:db|sqlite3?)$/;

/** `sqlite:///./app.db` of a service: no disk keeps the file, and each deploy begins with an empty one. */
export function filesOfSqlite(facts: readonly Fact[]): readonly Undecided[] {
  return factsOf(facts, "platform").flatMap((own) => {
    const { service, runtime } = own;
    if (!mayKeep(own)) return [];
    const disk = diskOf(facts, service);
    return databaseVariables(facts, service).flatMap(({ value, place: at }) => {
      const path = value.known
        ? (sqlitePath(value.value, runtime) ?? FILE_OF_SQLITE.exec(value.value.trim())?.[0])
        : undefined;
      if (path === undefined || at.source !== "resource" || OF_A_MOMENT.test(path)) return [];
      if (disk !== undefined && isBelow(path, disk)) return [];
      return [{ place: at, why: ON_NO_DISK }];
    });
  });
}
