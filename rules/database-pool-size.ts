import { type EndpointForm, endpointForm } from "../databases/supabase/endpoints";
import { COMPUTE_LIMITS, SESSION_POOL_SIZE } from "../databases/supabase/limits";
import { all, connections } from "../domain/connections";
import { poolSize, processesOf } from "../domain/pool-demand";
import type { Rule } from "../domain/rule";

export const databasePoolSize: Rule = {
  id: "database/pool-size",
  severity: "note",
  title: "All processes together open no more connections than the database takes",
  why: "Each worker of each instance has a pool of its own. Beyond the limit the pooler answers `max clients reached`, and only under load.",
  fix: "Make the pools smaller or the workers fewer, or raise the pool size in the project's database settings.",
  reference: "https://supabase.com/docs/guides/database/connecting-to-postgres/pooling-and-limits",
  check: (facts) => ({
    // Most code says nothing of sizes: that is no question that anybody has to answer.
    undecided: [],
    violations: connections(facts).flatMap((connection) => {
      const { host, port, parameters, driver, driverSettings, place } = connection;
      const parts = all(host, port, driver, driverSettings, parameters);
      if (!parts.known) return [];
      const form = endpointForm(parts.value[0], parts.value[1]);
      const size = poolSize(parts.value[2], parts.value[3], parts.value[4]);
      if (form === undefined || size === undefined) return [];
      const { count, places } = processesOf(facts, connection);
      const excess = excessOf(form, size * count);
      if (excess === undefined) return [];
      return {
        place,
        what: "connections that the service may open",
        ...excess,
        got: `${size * count}${count > 1 ? ` (${count} processes with ${size} each)` : ""}`,
        ...(places.length > 0 && { related: places }),
      };
    }),
  }),
};

const RAISE = "Settings → Database → Connection pooling in the project's dashboard";

function excessOf({ form }: EndpointForm, demand: number): { expected: string; fix: string } | undefined {
  if (form === "session") {
    if (demand <= SESSION_POOL_SIZE) return undefined;
    return {
      expected: `at most ${SESSION_POOL_SIZE}, session mode's own for each role and database`,
      fix: `Make the pools smaller, or see that the pool size is at least ${demand} (${RAISE}).`,
    };
  }
  const kind = form === "direct" ? "connections" : "clients";
  const [smallest] = COMPUTE_LIMITS;
  const enough = COMPUTE_LIMITS.find((row) => row[kind] >= demand);
  if (enough === undefined || enough[kind] > smallest[kind]) {
    const least =
      enough === undefined ? "no compute size allows that" : `${enough.compute} is the least for that`;
    return {
      expected: `at most ${smallest[kind]}, which the smallest compute size allows`,
      fix: `Make the pools smaller, or see that the project's compute size is large enough: ${least}.`,
    };
  }
  return undefined;
}
