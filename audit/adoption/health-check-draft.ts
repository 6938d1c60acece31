import { describePlace, factsOf } from "../../domain";
import type { Repository } from "../reader";
import type { AdoptedService } from "./adopted-services";
import { assumed, type DraftField, read } from "./draft-field";
import { servedRoutes } from "./routes/health-route";

interface Asked {
  readonly service: AdoptedService;
  readonly repository: Repository;
  /** The folders of all services: code in another one's is not this one's. */
  readonly folders: readonly string[];
}

/** What Render asks, where no manifest says it: what another file asks, else a route of the code. */
export function healthCheckOf({ service, repository, folders }: Asked): DraftField {
  const check = factsOf(service.facts, "health-check").find(
    ({ path: at }) => at.known && at.value !== undefined,
  );
  if (check?.path.known === true) return read("healthCheckPath", check.path.value, check.place);
  const { health, root } = servedRoutes(service.folder, folders, repository, service.reached);
  if (health !== undefined) return read("healthCheckPath", health.path, health.place);
  if (root === undefined)
    return assumed("healthCheckPath", "/health", "no file says what Render asks, and no route that was read");
  const why = `no route looks like a health check, and ${describePlace(root.place)} answers this one`;
  return assumed("healthCheckPath", root.path, why);
}
