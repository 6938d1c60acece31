import { looksLikeConnectionUrl } from "../../../domain/connection-url";
import { diskOf } from "../../../domain/disk";
import { type Fact, type FactOf, factsOf } from "../../../domain/fact";
import { MIGRATES } from "../../../domain/migrations";
import { rule } from "../../../domain/rule";
import { type Judged, verdictOf } from "../../../domain/verdict";
import { databaseVariables, isOnDisk } from "../sqlite-file";

export const serviceDiskBeforeStart = rule({
  id: "service/disk-before-start",
  severity: "error",
  title: "Neither the build nor the pre-deploy command uses the disk",
  why: "Render attaches a disk to the service's own instance alone: a build or a pre-deploy command writes to a folder of another one, which is lost when it ends.",
  fix: "Do it in the start command, which has the disk: `migrate && serve`.",
  reference: "https://render.com/docs/disks",
  platforms: ["render"],
  prevents: ["pre-deploy/failed"],
  check: (facts) => {
    // The disk may be among what is not known yet.
    const open = factsOf(facts, "platform").flatMap(({ place, pending }) =>
      pending === undefined ? [] : [{ place, why: pending }],
    );
    return verdictOf([
      ...factsOf(facts, "platform-command").flatMap((fact) => judgedOne(fact, facts)),
      ...open,
    ]);
  },
});

function judgedOne(
  { place, by, command, service }: FactOf<"platform-command">,
  facts: readonly Fact[],
): readonly Judged[] {
  const mountPath = diskOf(facts, service);
  if (mountPath === undefined || !command.known) return [];
  const runtime = factsOf(facts, "platform").find((one) => one.service === service)?.runtime;
  const starts = factsOf(facts, "start-command").filter((one) => one.service === service);
  const written = fileWritten(command.value, mountPath);
  if (written !== undefined) {
    const mentions = starts.some((start) => !start.command.known || start.command.value.includes(mountPath));
    if (mentions)
      return [{ place, why: `the start command may bring ${written} itself, which the ${by} cannot` }];
    return [
      {
        place,
        ...(service !== undefined && { service }),
        what: by,
        expected: `a command that leaves the disk at ${mountPath} alone`,
        got: `one that writes ${written}, where no disk is yet`,
        fix: "Put it before the server in the start command, which has the disk.",
      },
    ];
  }
  const migrated = MIGRATES.exec(command.value)?.[0];
  if (migrated === undefined) return [];
  const named = databaseVariables(facts, service);
  const isPathAlone = named.length === 1 && named.some((one) => isPathOnDisk(one, mountPath));
  const [file] = named.filter(
    ({ value }) => isPathAlone || (value.known && isOnDisk(value.value, mountPath, runtime)),
  );
  if (file === undefined)
    return named.flatMap((one) => (one.value.known ? [] : [{ place, why: one.value.why }]));
  const servers = named.filter(({ value }) => value.known && looksLikeConnectionUrl(value.value));
  if (servers.some(({ value }) => value.known && !isOnDisk(value.value, mountPath, runtime)))
    return [
      {
        place,
        why: `which of the databases \`${migrated.replace(/\s+/g, " ")}\` changes is not written in it`,
      },
    ];
  // The command may give the tool another database than the service's.
  if (givesAnother(command.value, mountPath)) return [];
  if (starts.some((start) => !start.command.known || MIGRATES.test(start.command.value)))
    return [
      {
        place,
        why: `the start command migrates too, or is not known, and ${mountPath} may be a folder without the disk`,
      },
    ];
  return [
    {
      place,
      ...(service !== undefined && { service }),
      what: by,
      expected: `a command that leaves the disk at ${mountPath} alone`,
      got: `\`${migrated.replace(/\s+/g, " ")}\` of the SQLite file that ${file.name} names there`,
      fix: "Put it before the server in the start command, which has the disk.",
      related: [file.place],
    },
  ];
}

/** A path from which a program makes SQLite's URL by itself, or that Django takes for the name of its database. */
const isPathOnDisk = ({ name, value }: FactOf<"variable">, mountPath: string): boolean =>
  /^(?:DATABASE|DB|SQLITE)(?:_DB)?_(?:PATH|FILE|NAME)$/.test(name) &&
  value.known &&
  value.value.startsWith(`${mountPath}/`) &&
  /\.(?:sqlite3?|db3?)$/.test(value.value);

/** What comes before the name of a file that is written: a redirection, a tool's option, or the last word of a copy. */
const WRITES = [
  String.raw`>\s*(FILE)`,
  String.raw`(?:^|[\s;&|])(?:curl|wget)\s[^;&|]*?\s(?:-\w*[oOP]|--output|--output-document|--directory-prefix)[ =]?(FILE)`,
  String.raw`(?:^|[\s;&|])(?:tar|unzip)\s[^;&|]*?\s(?:-C|-d|--directory)[ =]?(FILE)`,
  String.raw`(?:^|[\s;&|])tee\s+(?:-a\s+)?(FILE)`,
  String.raw`(?:^|[\s;&|])(?:cp|mv|rsync|install)\s[^;&|]*\s(FILE)\s*(?:$|[;&|\n])`,
];

/** The path on the disk that a command writes. */
function fileWritten(command: string, mountPath: string): string | undefined {
  const file = String.raw`["']?${mountPath.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?:/[^\s;&|"']*)?["']?(?=$|[\s;&|])`;
  const found = WRITES.map((one) => new RegExp(one.replace("FILE", file)).exec(command)?.[1]).find(Boolean);
  return found?.replace(/["']/g, "");
}

/** Whether a command names another database than one on the disk: `DATABASE_URL=sqlite:////data/app.db migrate` names that. */
function givesAnother(command: string, mountPath: string): boolean {
  const given = [...command.matchAll(ASSIGNED)].map(([, value = ""]) => value.replace(/["']/g, ""));
  return BY_OPTION.test(command) || given.some((value) => !isOnDisk(value, mountPath));
}

const ASSIGNED = /(?:^|[\s;&])\w*(?:DATABASE|DB)\w*=(\S*)/g;
const BY_OPTION = /--database\b|\s-x\s/;
