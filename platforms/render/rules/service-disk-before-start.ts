import { ALL_VARIABLES, type Fact, type FactOf, factsOf } from "../../../domain/fact";
import { MIGRATES } from "../../../domain/migrations";
import { rule, type Undecided, type Violation } from "../../../domain/rule";

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
    const judged = factsOf(facts, "platform-command").flatMap((fact) => judgedOne(fact, facts));
    return {
      violations: judged.flatMap((one) => ("expected" in one ? [one] : [])),
      undecided: [
        ...judged.flatMap((one) => ("why" in one ? [one] : [])),
        // The disk may be among what is not known yet.
        ...factsOf(facts, "platform").flatMap(({ place, pending }) =>
          pending === undefined ? [] : [{ place, why: pending }],
        ),
      ],
    };
  },
});

function judgedOne(
  { place, by, command, service }: FactOf<"platform-command">,
  facts: readonly Fact[],
): readonly (Violation | Undecided)[] {
  const disk = factsOf(facts, "manifest-part").find((one) => one.part === "disk" && one.service === service);
  const mountPath = disk?.fields.get("mountPath")?.text?.replace(/\/+$/, "");
  if (mountPath === undefined || !/^\/./.test(mountPath) || !command.known) return [];
  const migrated = MIGRATES.exec(command.value)?.[0];
  if (migrated === undefined) return [];
  const named = factsOf(facts, "variable").filter(
    (one) => one.service === service && (DATABASE_NAME.test(one.name) || one.name === ALL_VARIABLES),
  );
  const [file] = named.filter(({ value }) => value.known && isOnDisk(value.value, mountPath));
  if (file === undefined)
    return named.flatMap((one) => (one.value.known ? [] : [{ place, why: one.value.why }]));
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

/** `sqlite:////var/data/app.db`, `file:/var/data/app.db`: what a tool of migrations opens. */
const SQLITE = /^(?:sqlite3?(?:\+\w+)?:\/{2,4}|sqlite3?:|file:\/{0,3})(?=\/)?([^?#]+)/i;
const DATABASE_NAME = /(?:^|_)(?:DATABASE|DB|SQLITE|SQLALCHEMY)(?:_|$)/;

function isOnDisk(url: string, mountPath: string): boolean {
  const [, path] = SQLITE.exec(url.trim()) ?? [];
  return path !== undefined && isAbsolute(url) && `/${path.replace(/^\/+/, "")}`.startsWith(`${mountPath}/`);
}

/** SQLAlchemy's and Django's URLs have four slashes before an absolute path; three are for one below the folder. */
function isAbsolute(url: string): boolean {
  const text = url.trim();
  return /^sqlite3?(?:\+\w+)?:\/{4}[^/]|^sqlite3?:\/[^/]|^file:(?:\/{2})?\/[^/]/i.test(text);
}
