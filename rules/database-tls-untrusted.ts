import { providerOf } from "../databases";
import { allKnown, connections } from "../domain/connections";
import { type ConnectionFact, type Fact, factsOf } from "../domain/fact";
import { judgeEach } from "../domain/judge-each";
import { isRemote } from "../domain/remote-host";
import { rule } from "../domain/rule";
import { isStackPlace } from "../domain/stack-place";
import { isNoSslMode } from "../domain/url-parameters";
import { openAtResources, together, verdictOf } from "../domain/verdict";
import { AUTHORITY_VARIABLES, tlsSwitches } from "./derived/tls-switches";

type Parameters = Readonly<Record<string, string>>;

/** libpq and asyncpg look for a file in the home folder, which a container does not have. */
const ROOT_FROM_FILE: readonly string[] = [
  "asyncpg",
  "psycopg",
  "psycopg2",
  "sqlalchemy-psycopg",
  "sqlalchemy-psycopg2",
];

/** libpq refuses a mode weaker than verify-full together with the system's authorities. */
const SYSTEM_FIX =
  "Name the project's certificate by `sslrootcert=…`, or remove that parameter and write `sslmode=require` to encrypt without verifying.";

export const databaseTlsUntrusted = rule({
  id: "database/tls-untrusted",
  severity: "error",
  title: "A driver that verifies the database's certificate knows its authority",
  why: "Supabase's authority is its own: a client that verifies without it ends with `self-signed certificate in certificate chain`, or with a root certificate file that does not exist. node-postgres verifies from `sslmode=require` on, where libpq only encrypts.",
  fix: "Put the project's certificate (dashboard, Database settings) into the image, and name it by `sslrootcert`.",
  reference: "https://supabase.com/docs/guides/platform/ssl-enforcement",
  prevents: ["database/tls-untrusted"],
  readsUnsetVariables: true,
  check: (facts, settings) => {
    const named = authorities(facts);
    const judged = judgeEach(
      connections(facts).filter((fact) => mayVerify(fact) && !named.has(fact.service)),
      ({ host, parameters, driver }) => allKnown(host, parameters, driver),
      ([host, parameters, driver], { place, driverSettings }) => {
        const byCode = verifiesByCode(driver, parameters, driverSettings);
        if (!verifies(driver, parameters) && !byCode) return undefined;
        const isNode = driver === "node-postgres";
        const isOwn = providerOf(host, settings).hasOwnAuthority;
        const isSystem = parameters.sslrootcert === "system" && ROOT_FROM_FILE.includes(driver);
        if (parameters.sslrootcert !== undefined && !isSystem) return undefined;
        const refused = isNode && parameters.uselibpqcompat === "true" && parameters.sslmode === "verify-ca";
        const untrusted = ROOT_FROM_FILE.includes(driver) && !isSystem ? isRemote(host) : isOwn || refused;
        if (!untrusted) return undefined;
        const fails = isStackPlace(place) && (isOwn || refused) && (isNode || runsNatively(facts));
        return {
          place,
          severity: fails ? "error" : "warning",
          ...(fails && { awaits: AUTHORITY_VARIABLES }),
          what: `the certificate of ${host}`,
          expected: "an authority, by `sslrootcert`",
          got: isSystem
            ? "`sslrootcert=system`, which does not hold it"
            : parameters.sslmode === undefined
              ? byCode
                ? `\`${driverSettings.known && driverSettings.value.ssl === "verify" ? "rejectUnauthorized" : "ssl"}: true\` in the code without one`
                : "`ssl=true` without one"
              : isNoMode(parameters.sslmode)
                ? "an `sslmode` that is none, which verifies, without one"
                : `\`sslmode=${parameters.sslmode}\` without one`,
          fix: isSystem
            ? SYSTEM_FIX
            : byCode
              ? "Give the code the project's certificate: `ssl: { ca: … }`, or `ssl: { rejectUnauthorized: false }` to encrypt without verifying."
              : isNode
                ? "Name the project's certificate by `sslrootcert=…`, or write `uselibpqcompat=true&sslmode=require` to encrypt without verifying."
                : "Name the authority's certificate by `sslrootcert=…`, or write `sslmode=require` to encrypt without verifying.",
        };
      },
    );
    // An image, or a build, may lay the authority's certificate where the driver looks for it.
    const switches = verdictOf(tlsSwitches(facts, settings, (service) => named.has(service)));
    return openAtResources(
      together(judged, switches),
      ({ what }) => `whether a file holds the authority of ${what} is not known`,
    );
  },
});

/**
 * Whether no image of the project's own can hold the file in the home folder that libpq and asyncpg look for. A stack's
 * resource says its runtime; of a repository's files nothing does.
 */
function runsNatively(facts: readonly Fact[]): boolean {
  return factsOf(facts, "platform").some(
    ({ runtime }) => runtime !== undefined && runtime !== "docker" && runtime !== "image",
  );
}

/** Only what may verify is a question while a part of it is unknown. */
function mayVerify({ host, parameters, driver, driverSettings }: ConnectionFact): boolean {
  if (host.known && !isRemote(host.value)) return false;
  if (!parameters.known) return true;
  if (driver.known && verifiesByCode(driver.value, parameters.value, driverSettings)) return true;
  return verifies(driver.known ? driver.value : "psycopg", parameters.value);
}

function verifies(driver: string, { sslmode = "", ssl, uselibpqcompat }: Parameters): boolean {
  const strict = /^verify-(?:ca|full)$/.test(sslmode);
  if (driver !== "node-postgres" && driver !== "postgres-js") return strict;
  if (strict || isNoMode(sslmode)) return true;
  if (driver === "postgres-js" || uselibpqcompat === "true") return false;
  return /^(?:require|prefer|allow)$/.test(sslmode) || /^(?:true|1)$/.test(ssl ?? "");
}

/** A word that is no mode: node-postgres and postgres.js turn TLS on and leave its verifying as it is (brianc/node-postgres, pg-connection-string; porsager/postgres, src/connection.js). */
function isNoMode(sslmode: string): boolean {
  return sslmode !== "" && isNoSslMode(sslmode);
}

/**
 * Whether `ssl: true` of the code verifies, where the URL says nothing of it (node-postgres.com/features/ssl;
 * porsager/postgres, src/connection.js).
 */
function verifiesByCode(
  driver: string,
  { sslmode, ssl }: Parameters,
  settings: ConnectionFact["driverSettings"],
): boolean {
  if (sslmode !== undefined || ssl !== undefined || !settings.known) return false;
  return (
    ["node-postgres", "postgres-js"].includes(driver) && ["true", "verify"].includes(settings.value.ssl ?? "")
  );
}

/** The services whose variables name an authority for all that their processes verify. */
function authorities(facts: readonly Fact[]): ReadonlySet<string | undefined> {
  const named = factsOf(facts, "variable").filter(({ name }) => AUTHORITY_VARIABLES.includes(name));
  return new Set(named.map(({ service }) => service));
}
