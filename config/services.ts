import type { z } from "zod";
import type { ServiceType } from "../domain/service-type";
import { database } from "./database";
import type { stackSchema } from "./schema";
import { databasesOfService } from "./service-databases";
import type { StackConfiguration, StackDatabase } from "./stack";
import type { StackService } from "./stack-service";
import { verifyKeys, verifySchema } from "./verify";

/** What `portcullis:database`, which needs no name of its own, is called. */
export const ONLY_DATABASE = "main";

type Parsed = z.infer<typeof stackSchema>;
type ParsedService = NonNullable<Parsed["service"]>;

/** The short form and the long one, as one and the same. */
export function configurationOf(parsed: Parsed, urls: readonly string[]): StackConfiguration {
  const { service, standardPort, otherEnvironments, promotion, addresses, rehearsal } = parsed;
  const databases = databasesOf(parsed, urls);
  const written: readonly (readonly [string, ParsedService])[] =
    service === undefined
      ? Object.entries(parsed.services ?? {}).map(([key, each]) => [key, each as ParsedService])
      : [[service.name, service]];
  const services = written.map(([key, each]) => serviceOf(key, each, parsed, Object.keys(databases)));
  const common = { standardPort, otherEnvironments, promotion, addresses, rehearsal };
  return { single: service !== undefined, services, databases, ...common };
}

function databasesOf(parsed: Parsed, urls: readonly string[]): Readonly<Record<string, StackDatabase>> {
  if (parsed.databases !== undefined) {
    return Object.fromEntries(
      Object.entries(parsed.databases).map(
        ([name, { url: _, password: __, adminPassword: ___, ...rest }]) => [name, rest],
      ),
    );
  }
  const typed = urls.includes(ONLY_DATABASE);
  if (parsed.database === undefined && !typed) return {};
  return { [ONLY_DATABASE]: parsed.database ?? database.parse({}) };
}

const NO_VERIFY = verifySchema(verifyKeys);

function serviceOf(
  key: string,
  written: ParsedService,
  { environment, verify }: Parsed,
  databases: readonly string[],
): StackService {
  const { type = "web" as ServiceType, name = key } = written;
  const checks = written.verify ?? verify;
  const common = {
    ...written,
    type,
    key,
    name,
    environment: { ...environment, ...written.environment },
    verify: { ...NO_VERIFY.parse({}), ...checks },
  };
  if (written.type === "static") return common as StackService;
  const several = written.databases !== undefined;
  const one = several || written.driver === undefined ? undefined : (written.database ?? only(databases));
  return { ...common, database: one, databases: databasesOfService(written, one) } as StackService;
}

const only = (names: readonly string[]): string | undefined => (names.length === 1 ? names[0] : undefined);
