import type { Endpoint } from "../../probes";
import type { VerificationInputs } from "./inputs";

/** The stack's endpoints, and the health check's path where none of them asks it. */
export function endpointsOf({ endpoints, healthCheckPath, type }: VerificationInputs): readonly Endpoint[] {
  // A site's first page is what it is for.
  if (type === "static") return endpoints.length > 0 ? endpoints : [FIRST_PAGE];
  const asked = endpoints.some((one) => one.path === healthCheckPath && isGet(one));
  if (asked || (healthCheckPath === "" && endpoints.length > 0)) return endpoints;
  return [healthCheckPath === "" ? NOTHING_DECLARED : healthEndpoint(healthCheckPath), ...endpoints];
}

/** What Render itself takes for healthy: any 2xx or 3xx, within 5 s (render.com/docs/health-checks). */
function healthEndpoint(path: string): Endpoint {
  return {
    name: "health",
    method: "GET",
    path,
    headers: {},
    timeout: 10_000,
    expect: { status: [200, 399] },
  };
}

const FIRST_PAGE: Endpoint = { ...healthEndpoint("/"), name: "first page" };

/** A stack that names nothing to ask proves no more than that something answers. */
const NOTHING_DECLARED: Endpoint = {
  ...healthEndpoint("/"),
  name: "no endpoint is declared",
  expect: { status: [100, 499] },
};

/** The endpoint that shows whether the service stays healthy. */
export function healthOf(inputs: VerificationInputs): Endpoint {
  const asked = endpointsOf(inputs);
  const health = asked.find((one) => one.path === inputs.healthCheckPath && isGet(one));
  return health ?? asked.find(isGet) ?? NOTHING_DECLARED;
}

const isGet = ({ method, webSocket }: Endpoint): boolean => method === "GET" && webSocket === undefined;
