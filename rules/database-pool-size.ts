import { providerOf } from "../databases";
import { allKnown, connections } from "../domain/connections";
import { known } from "../domain/knowable";
import { driverOfRuntime, poolSize, processesOf } from "../domain/pool-demand";
import { rule } from "../domain/rule";
import { variableOf } from "../domain/variables";
import { platformsOf } from "../platforms";

export const databasePoolSize = rule({
  id: "database/pool-size",
  severity: "note",
  title: "All processes together open no more connections than the database takes",
  why: "Each worker of each instance has a pool of its own. Beyond the limit the pooler answers `max clients reached`, and only under load.",
  fix: "Make the pools smaller or the workers fewer, or raise the pool size in the project's database settings.",
  reference: "https://supabase.com/docs/guides/database/connecting-to-postgres/pooling-and-limits",
  prevents: ["database/too-many-connections"],
  check: (facts, settings) => ({
    // A preview's endpoint may be known after the deploy alone. Most code says nothing of sizes: that is no question to answer.
    undecided: connections(facts).flatMap(({ host, parameters, place }) => {
      const stated = allKnown(host, parameters);
      return stated.known || place.source === "file" ? [] : [{ place, why: stated.why }];
    }),
    violations: connections(facts).flatMap((connection) => {
      const { host, port, parameters, driver, driverSettings, place } = connection;
      const name = driver.known ? driver.value : driverOfRuntime(facts, connection);
      if (name === undefined) return [];
      const parts = allKnown(host, port, driver.known ? driverSettings : known({}), parameters);
      if (!parts.known) return [];
      const [at, on, inCode, inUrl] = parts.value;
      const look = (variable: string) => variableOf(facts, connection, variable);
      const size = poolSize(name, inCode, inUrl, look);
      if (size === undefined) return [];
      const { count, places, because } = processesOf(facts, connection, (fact) =>
        platformsOf([fact], settings)[0]?.defaultWorkers?.(fact),
      );
      const excess = providerOf(at, settings).exceeds?.({ host: at, port: on }, size * count);
      if (excess === undefined) return [];
      return {
        place,
        what: "connections that the service may open",
        ...excess,
        got: `${size * count}${count > 1 ? ` (${count} processes with ${size} each${because === undefined ? "" : `; ${because}`})` : ""}`,
        ...(places.length > 0 && { related: places }),
      };
    }),
  }),
});
