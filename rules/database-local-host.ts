import { connections } from "../domain/connections";
import { factsOf } from "../domain/fact";
import { judgeEach } from "../domain/judge-each";
import { unknown } from "../domain/knowable";
import { TOOL_FILES } from "../domain/manifest";
import type { Place } from "../domain/place";
import { rule } from "../domain/rule";
import { isLoopback } from "../domain/start-command";
import { deployedOn, namesOf, PLATFORMS } from "../platforms";
import { localStores } from "./derived/local-stores";

export const databaseLocalHost = rule({
  id: "database/local-host",
  severity: "error",
  title: "The database is not looked for on the service's own machine, nor in another platform's network",
  why: "An instance on a platform runs the service and nothing else: localhost, a socket or no host at all ends with connection refused, and another platform's private name is not found.",
  fix: "Write the database's own host, such as the session pooler's.",
  reference: "https://render.com/docs/postgresql-creating-connecting",
  settings: ["localEnvironments"],
  prevents: ["database/dns", "database/refused"],
  check: (facts, settings) => {
    const platforms = deployedOn(facts, settings);
    if (platforms.length === 0) return { violations: [], undecided: [] };
    // libpq and the drivers after it take a missing host from PGHOST.
    const named = factsOf(facts, "variable").some(({ name }) => name === "PGHOST");
    const judged = judgeEach(
      connections(facts).filter(({ place }) => !OF_TESTS.test(nameAt(place))),
      ({ host, place }) => {
        if (!host.known) return host;
        if (PRIVATE.test(host.value))
          return unknown("whether the platform's network has this private address is not known");
        // What an image is built with, such as for a generator of code, the platform's own variables replace.
        return isHere(host.value) && place.source === "file" && TOOL_FILES.image.test(place.file)
          ? unknown("the platform's own variables may replace the image's value")
          : host;
      },
      (host, { place }) => {
        if (host === "" && named) return undefined;
        const elsewhere = (settings.platforms ?? PLATFORMS).some(
          (platform) => platform.privateHosts?.test(host) === true && !platforms.includes(platform),
        );
        const ofCompose = place.source === "resource" && (OF_COMPOSE.test(host) || OF_A_NETWORK.test(host));
        if (!isHere(host) && !elsewhere && !ofCompose) return undefined;
        return {
          place,
          what: "database host",
          expected: `a host that ${namesOf(platforms)} can reach`,
          got: host === "" ? "none, so that the driver takes this machine" : `\`${host}\``,
          fix: "Write the database's own host, such as the session pooler's.",
        };
      },
    );
    const stores = localStores(facts, namesOf(platforms), isHere);
    return {
      violations: [...judged.violations, ...stores.violations],
      undecided: [...judged.undecided, ...stores.undecided],
    };
  },
});

/** Variables that only tests read, which run on no platform: `TEST_DATABASE_URL`. */
const OF_TESTS = /(?:^|_)TESTS?_\w|\w_TESTS?$/;

function nameAt(place: Place): string {
  if (place.source === "resource") return place.property.split(".").at(-1) ?? "";
  return place.source === "log" ? "" : (place.key ?? "");
}

/** Names that Docker gives to its own machine, and the addresses of a network at home or in an office. */
const OF_ONE_MACHINE = /^(?:(?:host|gateway)\.docker\.internal|192\.168(?:\.\d{1,3}){2})\.?$/i;

/** Names that compose files give to a database: Render's private names have a suffix (render.com/docs/private-network). */
const OF_COMPOSE =
  /^(?:db|database|postgres|postgresql|postgres-db|pg|pgsql|timescaledb|supabase[-_]db(?:_\w+)?)$/i;

/** Endings that no public name server knows (RFC 6762, RFC 8375; ICANN keeps `.internal` for private networks). */
const OF_A_NETWORK = /\.(?:internal|local|svc|lan|localdomain|home\.arpa)\.?$/i;

/** Private addresses that a platform's own network may have (RFC 1918). */
const PRIVATE = /^(?:10(?:\.\d{1,3}){3}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2})$/;

function isHere(host: string): boolean {
  return (
    host === "" || host.startsWith("/") || isLoopback(host) || host === "0.0.0.0" || OF_ONE_MACHINE.test(host)
  );
}
