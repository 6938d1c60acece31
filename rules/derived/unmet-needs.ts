import { type Fact, type FactOf, factsOf } from "../../domain/fact";
import type { Place } from "../../domain/place";
import type { Violation } from "../../domain/rule";
import type { Severity } from "../../domain/severity";
import type { UnmetNeed } from "../../domain/unmet-need";

type Need = FactOf<"unmet-need">;

/** Of which rule a need is, and what is said of it. */
interface Row {
  readonly rule: string;
  readonly severity?: Severity;
  /** Why it matters, where the rule's own reason is another one. */
  readonly why?: string;
  readonly what: string;
  readonly expected: (need: Need) => string;
  readonly got?: (need: Need) => string;
  readonly fix: (need: Need) => string;
}

const ROWS: Readonly<Record<UnmetNeed, Row>> = {
  "health check": {
    rule: "service/unmet-need",
    what: "condition service_healthy",
    expected: ({ by }) => `a health check of ${by}`,
    fix: ({ by }) => `Give ${by} a \`healthcheck\`, or wait for \`service_started\`.`,
  },
  "process group": {
    rule: "service/unmet-need",
    what: "process group of the service",
    expected: ({ instead }) => `one of ${instead}`,
    got: ({ by }) => `\`${by}\`, which no process is called`,
    fix: ({ instead }) => `Write the group whose process listens: one of ${instead}.`,
  },
  "module syntax": {
    rule: "service/start-command",
    why: "Node ends at `require` in a file that it reads as a module, before anything is started.",
    what: "the file that Node starts",
    expected: ({ by }) => `\`import\`, since ${by} says \`"type": "module"\``,
    got: ({ instead }) => `${instead}, which no module has`,
    fix: ({ by }) => `Write \`import\`, name the file \`.cjs\`, or take \`"type": "module"\` out of ${by}.`,
  },
  "standalone folder": {
    rule: "service/missing-file",
    what: "a folder of the Dockerfile",
    expected: ({ by }) => `${by}, which Next makes with \`output: "standalone"\` alone`,
    fix: () => 'Write `output: "standalone"` into next.config.js.',
  },
  "shell for a variable": {
    rule: "service/start-command",
    why: "Railway starts an image without a shell: the server gets the letters of the variable as its port, and ends.",
    what: "the variable in the start command",
    expected: ({ by }) => `a shell that puts the value of \`${by}\` in: Railway starts an image without one`,
    fix: () => "Write the command as `sh -c 'exec …'`.",
  },
  "shell for a command": {
    rule: "service/start-command",
    why: "Railway starts an image without a shell: the first word is the program, and every other one an argument of it. What is written for a shell is not run.",
    what: "the start command",
    expected: ({ by }) => `a shell that reads \`${by}\`: Railway starts an image without one`,
    got: ({ by }) => `\`${by}\`, as a word like others`,
    fix: ({ instead }) => `Wrap it: \`${instead}\`.`,
  },
  "command of the image": {
    rule: "service/start-command",
    why: "An image has its base's command where it says none: a shell or an interpreter to which nothing is typed ends at once, and no port is opened.",
    what: "what the image starts",
    expected: () => "a server",
    got: ({ instead }) => `${instead}, as its base does: no manifest and no line has a command`,
    fix: ({ by }) => `Add a CMD that starts the server to ${by}.`,
  },
  "foreground of pm2": {
    rule: "service/start-command",
    why: "`pm2 start` ends once its daemon has the application, and with its first process a container ends too.",
    what: "what the image starts",
    expected: () => "a server in the foreground",
    got: ({ by }) => `\`${by}\`, which hands it to a daemon and ends`,
    fix: () => "Start it with `pm2-runtime` in place of `pm2`, or add `--no-daemon`.",
  },
  "foreground of supervisord": {
    rule: "service/start-command",
    why: "supervisord goes into the background by itself, and with its first process a container ends.",
    what: "what the image starts",
    expected: () => "a supervisor in the foreground",
    got: () => "supervisord, which leaves a daemon behind and ends",
    fix: () => "Start it with `-n`, or write `nodaemon=true` below `[supervisord]`.",
  },
  "instruction of Docker": {
    rule: "service/unmet-need",
    why: "Docker ends the build at a line whose first word is no instruction: `unknown instruction`.",
    what: "line of the Dockerfile",
    expected: () => "an instruction, without which Docker does not build the image",
    fix: ({ by }) =>
      by === ""
        ? "Remove the line, or end the one above with a backslash where it goes on."
        : `Write \`${by}\`.`,
  },
  "path from the root directory": {
    rule: "service/start-command",
    why: "Commands run in the service's root directory: a path that names it once more is of no file, and the program ends.",
    what: "the file that is started",
    expected: ({ by }) => `${by}, by its path from the root directory`,
    fix: ({ by }) => `Write ${by}: commands run in the service's root directory.`,
  },
  "host of a broker": {
    rule: "database/local-host",
    what: "host in the URL",
    expected: ({ by }) => `${by}, as its service is called`,
    fix: ({ by }) => `Write ${by} as the host.`,
  },
  "scheme of SQLAlchemy": {
    rule: "database/url-malformed",
    what: "the URL's scheme",
    expected: () => "postgresql, which SQLAlchemy takes since 1.4",
    got: ({ instead }) => `${instead}, with \`postgres\``,
    fix: ({ by }) => `Write \`os.environ["${by}"].replace("postgres://", "postgresql://", 1)\`.`,
  },
  "scheme of JDBC": {
    rule: "database/url-malformed",
    why: "JDBC finds no driver for a URL that does not begin with `jdbc:`, and the program ends at start.",
    what: "the URL that JDBC gets",
    expected: ({ by }) => `\`jdbc:postgresql://\` at the beginning of ${by}`,
    fix: () =>
      "Give host, port, database, user and password by variables of their own, and write `jdbc:postgresql://${DB_HOST}:${DB_PORT}/${DB_NAME}` into the program's settings.",
  },
  "encryption of pg": {
    rule: "database/tls-off",
    what: "TLS to Heroku's PostgreSQL",
    expected: () => "`ssl`, without which pg does not encrypt and the server refuses it",
    got: ({ instead }) => `${instead}, and nothing of TLS`,
    fix: () => "Add `ssl: { rejectUnauthorized: false }`: Heroku's certificate is its own.",
  },
  "folder of static files": {
    rule: "service/unmet-need",
    what: "the folder that collectstatic writes to",
    expected: ({ by }) => `STATIC_ROOT in ${by}`,
    fix: ({ by }) => `Add \`STATIC_ROOT = BASE_DIR / "staticfiles"\` to ${by}.`,
  },
  "C library": {
    rule: "service/unmet-need",
    what: "the program that the image starts",
    expected: ({ instead }) => `one without a C library, which ${instead} does not have`,
    got: () => "one that `go build` links with glibc, since the build's image has a C compiler",
    fix: () => "Write `CGO_ENABLED=0 go build`, or start from an image with glibc.",
  },
  // The variable may be set where no file says so, such as in a dashboard.
  "variable of Phoenix": {
    rule: "service/unmet-need",
    severity: "warning",
    what: "the release of Phoenix",
    expected: ({ by }) => `${by}, without which its endpoint opens no port`,
    fix: () =>
      'Start `bin/server`, set PHX_SERVER to "true", or write `server: true` into config/runtime.exs.',
  },
  // Another platform, or a tool that is given its name, may read it.
  "name of the Procfile": {
    rule: "service/unmet-need",
    severity: "warning",
    what: "the file of processes",
    expected: ({ by }) => `the name \`${by}\`: Heroku reads no other`,
    fix: ({ by }) => `Call it \`${by}\`, with a capital letter and without an ending.`,
  },
  "extension of PHP": {
    rule: "service/unmet-need",
    what: "PHP's driver of the database",
    expected: ({ by }) => `pdo_pgsql, as ${by} asks for PostgreSQL`,
    got: ({ instead }) => `${instead}, which does not have it, and nothing that installs it`,
    fix: () =>
      "Add `RUN apt-get update && apt-get install -y libpq-dev && docker-php-ext-install pdo_pgsql`.",
  },
};

/** The needs of a rule that are not met. */
export function unmetNeeds(facts: readonly Fact[], rule: string): readonly Violation[] {
  return factsOf(facts, "unmet-need").flatMap((need) => {
    const row = ROWS[need.of];
    if (row.rule !== rule) return [];
    const got = row.got?.(need) ?? need.instead;
    const { severity, why } = row;
    return [
      {
        place: need.place,
        ...(severity && { severity }),
        ...(why !== undefined && { reason: why }),
        what: row.what,
        expected: row.expected(need),
        got,
        fix: row.fix(need),
      },
    ];
  });
}

/** Start commands that no shell reads: their words are none of a shell's line. */
export function placesWithoutShell(facts: readonly Fact[]): ReadonlySet<Place> {
  return new Set(
    factsOf(facts, "unmet-need").flatMap(({ of, place }) => (of === "shell for a command" ? [place] : [])),
  );
}
