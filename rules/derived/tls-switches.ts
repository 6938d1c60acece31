import { providerOf } from "../../databases";
import { connections } from "../../domain/connections";
import { type Fact, factsOf, type VariableFact } from "../../domain/fact";
import type { Knowledge } from "../../domain/rule";
import type { Judged } from "../../domain/verdict";
import { isOn } from "./refused-values/row";

/** Variables that name an authority, or turn verification off, for all that a process verifies. */
export const AUTHORITY_VARIABLES: readonly string[] = [
  "PGSSLROOTCERT",
  "NODE_EXTRA_CA_CERTS",
  "NODE_TLS_REJECT_UNAUTHORIZED",
  "SSL_CERT_FILE",
  "SSL_CERT_DIR",
];

/** A variable that turns TLS on, in the words that applications of Node have for it, behind what its family begins with. */
const SWITCH = /^((?:[A-Z0-9]+_)*(?:PG|PGSQL|POSTGRES|POSTGRESQL|POSTGRESDB|DB|DATABASE)_)SSL(?:_ENABLED)?$/;
const AUTHORITY = /(?:^|_)(?:CA|CERT|ROOT)/;
const REJECTS = /^_+REJECT_UNAUTHORIZED$/;

/**
 * Applications that give node-postgres `ssl: true`, which verifies, unless a variable beside it says otherwise, by the
 * switch that they read and the image that they are published as (docs.n8n.io: environment variables, database;
 * directus.io/docs: configuration, database; read 2026-12-01).
 */
const APPLICATIONS = [
  { reads: "DB_POSTGRESDB_SSL_ENABLED", image: /(?:^|\/)n8nio\/n8n$/, command: /(?:^|\s)n8n(?:\s|$)/ },
  { reads: "DB_SSL", image: /(?:^|\/)directus\/directus$/, command: /(?:^|\s)directus start(?:\s|$)/ },
] as const;

/** Native runtimes in whose drivers such a switch encrypts and verifies nothing, or is not read. */
const OTHER_RUNTIMES: readonly string[] = ["python", "ruby", "go", "rust", "elixir"];

/** TLS that a variable turns on for a host whose authority no public list has. */
export function tlsSwitches(
  facts: readonly Fact[],
  settings: Knowledge,
  hasAuthority: (service: string | undefined) => boolean,
): readonly Judged[] {
  return factsOf(facts, "variable").flatMap((fact): readonly Judged[] => {
    const { name, value, place, service } = fact;
    const prefix = SWITCH.exec(name)?.[1];
    if (prefix === undefined || place.source !== "resource" || !value.known || !isOn(value.value)) return [];
    if (hasAuthority(service) || saysMore(fact, prefix, facts)) return [];
    const runtime = factsOf(facts, "platform").find((one) => one.service === service)?.runtime;
    if (runtime !== undefined && OTHER_RUNTIMES.includes(runtime)) return [];
    const host = connections(facts).flatMap((one) => {
      const { host: of, parameters } = one;
      const isSaid =
        parameters.known && ["sslmode", "ssl"].some((key) => parameters.value[key] !== undefined);
      return one.service === service && of.known && !isSaid ? [of.value] : [];
    })[0];
    if (host === undefined || !providerOf(host, settings).hasOwnAuthority) return [];
    if (!isApplication(name, facts, service))
      return [
        { place, why: `what reads ${name} may verify the certificate of ${host}, and has no authority` },
      ];
    return [
      {
        place,
        ...(service !== undefined && { service }),
        awaits: [...AUTHORITY_VARIABLES, `${prefix}SSL_CA`, `${prefix}SSL_REJECT_UNAUTHORIZED`],
        what: `the certificate of ${host}`,
        expected: "an authority",
        got: `\`${name}\` without one, which verifies`,
        fix: "Name the project's certificate in the application's own variable, or turn its `REJECT_UNAUTHORIZED` off to encrypt without verifying.",
      },
    ];
  });
}

/** Whether a variable of the same family names an authority, or turns verifying off. */
function saysMore({ service }: VariableFact, prefix: string, facts: readonly Fact[]): boolean {
  return factsOf(facts, "variable").some(({ name, value, service: of }) => {
    if (of !== service || !name.startsWith(`${prefix}SSL`)) return false;
    const rest = name.slice(prefix.length + "SSL".length);
    return AUTHORITY.test(rest) || (REJECTS.test(rest) && !(value.known && isOn(value.value)));
  });
}

/** Whether the reader is one of them as it is published: an image of one's own may name an authority. */
function isApplication(name: string, facts: readonly Fact[], service: string | undefined): boolean {
  const application = APPLICATIONS.find(({ reads }) => reads === name);
  if (application === undefined) return false;
  const images = factsOf(facts, "origin").filter((one) => one.of === "image" && one.service === service);
  if (images.length > 0)
    return images.every(({ url }) => url.known && application.image.test(url.value.trim()));
  const runtime = factsOf(facts, "platform").find((one) => one.service === service)?.runtime;
  return (
    runtime === "node" &&
    factsOf(facts, "start-command").some(
      ({ command, service: of }) =>
        of === service && command.known && application.command.test(command.value),
    )
  );
}
