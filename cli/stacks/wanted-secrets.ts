import { DRIVERS, driverNamed } from "../../domain";
import { type MadeUpText, randomText } from "./made-up-text";
import { standIn } from "./stand-in";
import { isMapping, type WrittenService, writtenServices } from "./written-services";

type Mapping = Readonly<Record<string, unknown>>;

const PREFIX = "portcullis:";
const DATABASE = `${PREFIX}database`;
const DATABASE_URL = `${PREFIX}databaseUrl`;
const SERVICE = `${PREFIX}service`;
const SERVICES = `${PREFIX}services`;
const DATABASES = `${PREFIX}databases`;
const ENVIRONMENT = `${PREFIX}environment`;

/** A stack file's configuration, with the secrets in it. */
interface WithSecrets {
  readonly config: Record<string, unknown>;
  readonly secretKeys: readonly string[];
  readonly secretPlaces: readonly string[];
  /** Those of them that the file does not have: an update asks for each. */
  readonly notSet?: readonly string[];
}

/**
 * A stack's configuration as it will be when all secrets are typed: each variable that `secrets` names and that no one has
 * set gets a made-up value, and a database that is declared nowhere has its URL among the secret keys.
 */
export function withWantedSecrets(
  { config, secretKeys, secretPlaces }: WithSecrets,
  madeUp: MadeUpText = randomText,
): WithSecrets {
  const places = [...secretPlaces];
  const filled = { ...config };
  const fill = (at: string, variables: unknown, names: unknown): Mapping => {
    const own = mapping(variables);
    const missing = listed(names).filter((name) => !Object.hasOwn(own, name));
    places.push(...missing.map((name) => `${at}.${name}`));
    return {
      ...own,
      ...Object.fromEntries(missing.map((name) => [name, standIn(`${at}.${name}`, undefined, madeUp)])),
    };
  };
  const withVariables = (at: string, service: unknown): unknown => {
    const { environment, secrets } = mapping(service);
    if (listed(secrets).length === 0) return service;
    return { ...mapping(service), environment: fill(`${at}.environment`, environment, secrets) };
  };
  if (listed(config[`${PREFIX}secrets`]).length > 0) {
    filled[ENVIRONMENT] = fill(ENVIRONMENT, config[ENVIRONMENT], config[`${PREFIX}secrets`]);
  }
  if (config[SERVICE] !== undefined) filled[SERVICE] = withVariables(SERVICE, config[SERVICE]);
  if (config[SERVICES] !== undefined) {
    const services = Object.entries(mapping(config[SERVICES]));
    filled[SERVICES] = Object.fromEntries(
      services.map(([key, service]) => [key, withVariables(`${SERVICES}.${key}`, service)]),
    );
  }
  if (config[DATABASES] !== undefined) {
    filled[DATABASES] = Object.fromEntries(
      Object.entries(mapping(config[DATABASES])).map(([key, database]) => {
        const names = wantedOf(mapping(database));
        const at = `${DATABASES}.${key}`;
        const whole = names.length === 0 ? database : fill(at, database, names);
        // A URL is one that the driver of this very database reads.
        const url = places.includes(`${at}.url`)
          ? { url: standIn(`${at}.url`, schemeOf(config, key), madeUp) }
          : {};
        return [key, isMapping(whole) ? { ...whole, ...url } : whole];
      }),
    );
  }
  const wantsUrl =
    driversOf(config).length > 0 && !declaresDatabase(config) && !secretKeys.includes(DATABASE_URL);
  const wanted = wantsUrl ? [DATABASE_URL] : [];
  const notSet = [
    ...places.filter((place) => !secretPlaces.includes(place)),
    ...wanted,
    ...missingPasswords(config, secretKeys),
  ];
  return {
    config: filled,
    secretKeys: [...secretKeys, ...wanted],
    secretPlaces: [...places, ...wanted],
    ...(notSet.length > 0 && { notSet }),
  };
}

/** The secrets that one of `portcullis:databases` cannot do without. */
function wantedOf({ supabase, host, manageRole }: Mapping): readonly string[] {
  if ((supabase ?? host) === undefined) return ["url"];
  return manageRole === false ? ["password"] : ["password", "adminPassword"];
}

/** The passwords of the short form's database that the file does not have. Its commands make them up in any case. */
function missingPasswords(config: Mapping, secretKeys: readonly string[]): readonly string[] {
  const isSet = (key: string) => secretKeys.includes(key) || config[key] !== undefined;
  if (config[DATABASES] !== undefined || !declaresDatabase(config) || isSet(DATABASE_URL)) return [];
  return wantedOf(mapping(config[DATABASE]))
    .map((name) => `${DATABASE}${name.charAt(0).toUpperCase()}${name.slice(1)}`)
    .filter((key) => !isSet(key));
}

/** The keys of the short form's database; a stack with several has each secret inside its database. */
export const databaseSecretKeys = (config: Mapping): readonly string[] =>
  config[DATABASES] === undefined ? [`${PREFIX}databasePassword`, `${PREFIX}databaseAdminPassword`] : [];

/**
 * The scheme of a connection URL that the stack's driver reads.
 *
 * @param database whose driver it is, where the stack has several
 */
export function schemeOf(config: Mapping, database?: string): string {
  const own = writtenServices(config).flatMap((service) => driversFor(service, database));
  const [name = driversOf(config)[0] ?? ""] = own;
  return (driverNamed(name) ?? DRIVERS.asyncpg).schemes[0];
}

/** The drivers by which a service reads one of several databases. */
function driversFor(
  { driver, database: only, databases }: WrittenService,
  name: string | undefined,
): readonly string[] {
  const entries = databases === undefined ? [only] : Object.values(mapping(databases));
  return entries.flatMap((entry) => {
    const one = typeof entry === "string" ? { database: entry } : mapping(entry);
    const read = one.driver ?? driver;
    return one.database === name && typeof read === "string" ? [read] : [];
  });
}

const listed = (names: unknown): readonly string[] => (Array.isArray(names) ? names.map(String) : []);

function driversOf(config: Mapping): readonly string[] {
  return writtenServices(config).flatMap(({ driver, databases }) => {
    const own = Object.values(mapping(databases)).map((one) => mapping(one).driver);
    return [driver, ...own].filter((name) => typeof name === "string");
  });
}

function declaresDatabase(config: Mapping): boolean {
  const { supabase, host } = mapping(config[DATABASE]);
  return (supabase ?? host ?? config[DATABASES]) !== undefined;
}

const mapping = (value: unknown): Mapping => (isMapping(value) ? value : {});
