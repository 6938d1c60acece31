import { isMapping, writtenService } from "../stacks/written-services";

/** An endpoint to ask, as a stack file writes it; every value may be missing or of another kind. */
export interface WrittenEndpoint {
  readonly name?: unknown;
  readonly method?: unknown;
  readonly path?: unknown;
  readonly headers?: unknown;
  readonly json?: unknown;
  readonly body?: unknown;
  readonly file?: unknown;
  readonly rehearse?: unknown;
}

type Mapping = Record<string, unknown>;

/** The names of the checks that say `rehearse: false`: they need what is not on this machine. */
export function leftOutOf(endpoints: readonly WrittenEndpoint[]): readonly string[] {
  return endpoints
    .filter(({ rehearse }) => rehearse === false)
    .map(({ name, path }) => String(name ?? path ?? "an endpoint"));
}

/** The endpoints that a stack asks of one of its services, by its key; of the short form, of its only one. */
export function endpointsOf(config: Mapping, key: string): readonly WrittenEndpoint[] {
  return verificationsOf(config, key).flatMap(({ endpoints }) =>
    Array.isArray(endpoints) ? endpoints.filter(isMapping) : [],
  );
}

/** The folder of a rehearsal's failure records; false where none are kept. */
export type Records = string | false;

/**
 * The configuration without the checks that a rehearsal leaves out, and with failure records of its own.
 *
 * @param records @default none: nothing has failed
 */
export function asRehearsed(config: Mapping, records: Records = false): Record<string, unknown> {
  const ofService = (service: unknown): unknown =>
    isMapping(service)
      ? { ...service, verify: asked(withLimit(service.verify ?? {}, service), records) }
      : service;
  const {
    "portcullis:service": service,
    "portcullis:services": services,
    "portcullis:verify": verify,
  } = config;
  // A `verify` in two places is a mistake, which the program reports: none is added beside another.
  if (services !== undefined) {
    return { ...config, "portcullis:services": isMapping(services) ? mapped(services, ofService) : services };
  }
  if (isMapping(service) && service.verify !== undefined) {
    return { ...config, "portcullis:service": ofService(service) };
  }
  return { ...config, "portcullis:verify": asked(withLimit(verify ?? {}, service), records) };
}

function verificationsOf(config: Mapping, key: string): readonly Mapping[] {
  const { several, service } = writtenService(config, key);
  return [several ? undefined : config["portcullis:verify"], service?.verify].filter(isMapping);
}

/** One run of a job on an empty database: one that takes longer most often never ends. */
const LONGEST_RUN = "2m";

/** A cron job that says nothing else gets that time, and not all of a verification's. */
function withLimit(verify: unknown, service: unknown): unknown {
  if (!isMapping(verify) || !isMapping(service) || service.type !== "cron") return verify;
  return (verify.run ?? true) === true ? { ...verify, run: LONGEST_RUN } : verify;
}

function asked(verify: unknown, records: Records): unknown {
  if (!isMapping(verify)) return verify;
  if (!Array.isArray(verify.endpoints)) return { ...verify, records };
  const endpoints = verify.endpoints.filter((each: unknown) => !isMapping(each) || each.rehearse !== false);
  return { ...verify, endpoints: endpoints.map(withoutTls), records };
}

/** A rehearsal has no TLS before the service, and so no certificate. */
function withoutTls(endpoint: unknown): unknown {
  if (!isMapping(endpoint) || !isMapping(endpoint.expect)) return endpoint;
  const { tlsExpiry: _, ...expect } = endpoint.expect;
  return { ...endpoint, expect };
}

const mapped = (mapping: Mapping, change: (value: unknown) => unknown): Record<string, unknown> =>
  Object.fromEntries(Object.entries(mapping).map(([key, value]) => [key, change(value)]));
