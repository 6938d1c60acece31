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
  const migrated = MIGRATES.exec(command.value)?.[0];
  if (migrated === undefined) return [];
  const named = databaseVariables(facts, service);
  const [file] = named.filter(({ value }) => value.known && isOnDisk(value.value, mountPath));
  if (file === undefined)
    return named.flatMap((one) => (one.value.known ? [] : [{ place, why: one.value.why }]));
  const servers = named.filter(({ value }) => value.known && looksLikeConnectionUrl(value.value));
  if (servers.some(({ value }) => value.known && !isOnDisk(value.value, mountPath)))
    return [
      {
        place,
        why: `which of the databases \`${migrated.replace(/\s+/g, " ")}\` changes is not written in it`,
      },
    ];
  // The command may give the tool another database than the service's.
  if (OTHER_DATABASE.test(command.value)) return [];
  const starts = factsOf(facts, "start-command").filter((one) => one.service === service);
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

const OTHER_DATABASE = /(?:^|[\s;&])\w*(?:DATABASE|DB)\w*=|--database\b|\s-x\s/;
