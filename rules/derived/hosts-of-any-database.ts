import { connections } from "../../domain/connections";
import { isForDevelopers } from "../../domain/developers-variable";
import { type Fact, factsOf, type VariableFact } from "../../domain/fact";
import type { Place } from "../../domain/place";
import type { Verdict } from "../../domain/rule";
import { statedUrls } from "../../domain/stated-urls";

/** Names of a database's host, whatever its kind. */
const HOST_NAME =
  /^((?:[A-Z0-9]+_+)*?(?:DB|DATABASE|TYPEORM|SEQUELIZE|SQL|RDS|DATASOURCE)_+(?:[A-Z0-9]+_+)*?)(?:HOST|HOSTNAME|SERVER|ADDR|ADDRESS)$/;
const KINDS = /(?:^|_)(?:DB_)?(?:CONNECTION|ENGINE|TYPE|DIALECT|CLIENT|DRIVER|ADAPTER|PROVIDER|VENDOR)$/;

/**
 * `DB_HOST=localhost` of which no other variable says which database it is: with a file of SQLite's nothing asks it, and
 * another one is not there.
 */
export function hostsOfAnyDatabase(
  facts: readonly Fact[],
  isHere: (host: string) => boolean,
  said: readonly Place[],
): Verdict {
  const urls = statedUrls(facts);
  const judged = new Set([...connections(facts).map(({ place }) => place), ...said]);
  const open = factsOf(facts, "variable").filter((fact) => {
    const { name, value, place, service } = fact;
    const prefix = HOST_NAME.exec(name.toUpperCase())?.[1];
    if (prefix === undefined || isForDevelopers(name) || place.source !== "resource") return false;
    const host = value.known ? value.value.trim().replace(/:\d+$/, "") : "";
    if (host === "" || !isHere(host) || judged.has(place)) return false;
    return urls.every((url) => url.service !== service) && !isFile(prefix, service, facts);
  });
  const why = "which database is meant is not written here, and on this machine there is none";
  return { violations: [], undecided: open.map(({ place }) => ({ place, why })) };
}

/** Whether a variable beside it says that the database is a file, or one that is judged by its own names. */
function isFile(prefix: string, service: VariableFact["service"], facts: readonly Fact[]): boolean {
  return factsOf(facts, "variable").some(
    ({ name, value, service: of }) =>
      of === service &&
      name.toUpperCase().startsWith(prefix.replace(/(?:CONNECTION_+)?$/, "")) &&
      KINDS.test(name.toUpperCase()) &&
      value.known &&
      /sqlite|file|memory|json/i.test(value.value),
  );
}
