import { type AskedHere, askedHere } from "../domain/asked-here";
import { connections } from "../domain/connections";
import { isForDevelopers } from "../domain/developers-variable";
import { isEnvFile } from "../domain/env-file-name";
import { type Fact, factsOf } from "../domain/fact";
import { forwarderIn } from "../domain/forwarders";
import { judgeEach } from "../domain/judge-each";
import { unknown } from "../domain/knowable";
import { TOOL_FILES } from "../domain/manifest";
import { nameAt } from "../domain/place";
import { hasPrivateEnding, isOfOneMachine, isPrivateAddress } from "../domain/private-host";
import { rule, type Violation } from "../domain/rule";
import { isComposePlace } from "../domain/stack-place";
import { isLoopback } from "../domain/start-command";
import { together, verdictOf } from "../domain/verdict";
import { deployedOn, namesOf, PLATFORMS } from "../platforms";
import { awaitedHere } from "./derived/awaited-here";
import { hostsOfAnyDatabase } from "./derived/hosts-of-any-database";
import { localStores } from "./derived/local-stores";
import { unmetNeeds } from "./derived/unmet-needs";

export const databaseLocalHost = rule({
  id: "database/local-host",
  severity: "error",
  title: "The database is not looked for on the service's own machine, nor in another platform's network",
  why: "An instance on a platform runs the service and nothing else: localhost, a socket or no host at all ends with connection refused, and another platform's private name is not found.",
  fix: "Write the database's own host, such as the session pooler's.",
  reference: "https://render.com/docs/postgresql-creating-connecting",
  settings: ["localEnvironments"],
  prevents: ["database/dns", "database/refused"],
  onUnknownPlatform: "note",
  check: (facts, settings) => {
    const platforms = deployedOn(facts, settings);
    const lost = { violations: unmetNeeds(facts, "database/local-host"), undecided: [] };
    if (platforms.length === 0) return lost;
    const isKnown = isPlatformKnown(facts);
    // libpq and the drivers after it take a missing host from PGHOST.
    const named = factsOf(facts, "variable").some(({ name }) => name === "PGHOST");
    const judged = judgeEach(
      connections(facts).filter(
        ({ place }) =>
          !isForDevelopers(nameAt(place)) && (isKnown || isEnvFile(place) || isComposePlace(place)),
      ),
      ({ host, place }) => {
        if (!host.known) return host;
        if (isPrivateAddress(host.value))
          return unknown("whether the platform's network has this private address is not known");
        const forwarder = isHere(host.value) ? forwarderIn(facts) : undefined;
        if (forwarder !== undefined)
          return unknown(`\`${forwarder}\` is started there, and may answer in its place`);
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
        const isOfCompose =
          place.source === "resource" &&
          (OF_COMPOSE.test(host) || OF_CONTAINER.test(host) || hasPrivateEnding(host));
        if (!isHere(host) && !elsewhere && !isOfCompose) return undefined;
        return {
          place,
          what: "database host",
          expected: `a host that ${isKnown ? namesOf(platforms) : "its platform"} can reach`,
          got: host === "" ? "none, so that the driver takes this machine" : `\`${host}\``,
          fix: "Write the database's own host, such as the session pooler's.",
        };
      },
    );
    const stores = localStores(facts, namesOf(platforms), isHere);
    const said = [...stores.violations, ...stores.undecided].map(({ place }) => place);
    const commands = askedHere(facts).filter(({ what }) => what === "store");
    return together(
      judged,
      stores,
      hostsOfAnyDatabase(facts, isHere, said),
      verdictOf(commands.map((asked) => ofCommand(asked, namesOf(platforms)))),
      verdictOf(awaitedHere(facts)),
    );
  },
});

/** `pg_dump -h localhost` in a job: the instance runs that command and nothing else. */
function ofCommand({ place, by, program, host }: AskedHere, platforms: string): Violation {
  return {
    place,
    what: `what \`${program}\` asks in the ${by}`,
    expected: `a host that ${platforms} can reach`,
    got: `\`${host}\`, where nothing but the command runs`,
    fix: "Write the host of the database or of the store.",
  };
}

/** Whether anything says which platforms these are; else each is taken for the sake of argument. */
function isPlatformKnown(facts: readonly Fact[]): boolean {
  const stated = factsOf(facts, "platform");
  return (
    new Set(stated.map(({ platform }) => platform)).size < 2 || stated.some(({ assumed }) => assumed !== true)
  );
}

/** Names that compose files give to a database: Render's private names have a suffix (render.com/docs/private-network). */
const OF_COMPOSE =
  /^(?:db|database|postgres|postgresql|postgres-db|pg|pgsql|timescaledb|supabase[-_]db(?:_\w+)?)$/i;

/** One word with an underscore, as compose files name containers: none of Render's names has one, and no other is found without a dot. */
const OF_CONTAINER = /^[a-z\d-]+(?:_[a-z\d-]+)+$/i;

function isHere(host: string): boolean {
  return (
    host === "" || host.startsWith("/") || isLoopback(host) || host === "0.0.0.0" || isOfOneMachine(host)
  );
}
