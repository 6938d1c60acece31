import { databaseEndpoint } from "../../components/database-endpoint";
import { ConfigurationError, parseConfiguration } from "../../config/parse";
import type { StackConfiguration } from "../../config/stack";
import type { Client, DatabaseQuestion } from "../../connect";
import { DRIVER_NAMES, DRIVERS, type DriverName, nearest, parseConnectionUrl } from "../../domain";
import { PLATFORMS } from "../../platforms";
import type { Addresses } from "../../probes";
import { CommandError } from "../exit-code";
import { readStackFile, type StackFile } from "../stacks/stack-file";

/** A database to ask, and the service that is to reach it. */
export interface Subject {
  /** The stack, or the variable that the URL is read from. */
  readonly name: string;
  readonly question: DatabaseQuestion;
  readonly client: Client;
  readonly addresses: Addresses;
  readonly driver?: DriverName;
  readonly declaredBy: "supabase" | "host" | "url" | "variable";
}

/** Reads the secret values of a stack, by key without the namespace. */
export type ReadSecrets = (stack: string) => Promise<Readonly<Record<string, string>>>;

// A stack's services run at Render; a URL alone is asked for the same.
const platform = PLATFORMS[0] ?? { name: "the platform", outboundIpv6: undefined };

/**
 * What a stack declares as its database.
 *
 * @throws CommandError for a file that cannot be read or has problems.
 */
export async function subjectOfStack(project: string, stack: string, secrets: ReadSecrets): Promise<Subject> {
  const file = await readStackFile(project, stack);
  const configuration = configurationOf(file);
  const { driver, driverSettings } = configuration.service;
  const { supabase, host, port, name, role, sslmode } = configuration.database;
  const client: Client = { platform, driver: DRIVERS[driver], settings: driverSettings };
  const common = { name: stack, addresses: configuration.addresses, driver, client };
  const typed = file.secretKeys.includes("portcullis:databaseUrl");
  const found = await secrets(stack);
  if (typed) {
    const url = found.databaseUrl;
    if (url === undefined)
      throw new CommandError(`Pulumi.${stack}.yaml: the secret databaseUrl could not be read.`);
    const question = questionOfUrl(url, driver, `${stack}: portcullis:databaseUrl`);
    return { ...common, question, declaredBy: "url", client: withParameters(client, question) };
  }
  const declared = { driver, supabase, host, port, name, role, sslmode, driverSettings };
  const { parameters, user, database, ...at } = databaseEndpoint(declared);
  const question: DatabaseQuestion = {
    address: { host: at.host, port: at.port, user, parameters },
    database,
    password: found.databasePassword,
    poolerHost: supabase?.poolerHost,
  };
  return { ...common, question, declaredBy: supabase === undefined ? "host" : "supabase" };
}

/** The database of a URL. @throws CommandError that names the variable and the part, and never quotes the URL */
export function subjectOfVariable(variable: string, driver: string | undefined): Subject {
  const url = process.env[variable];
  if (url === undefined || url === "") {
    throw new CommandError(
      `the environment variable ${variable} is ${url === "" ? "empty" : "not set"}. Set it to the connection URL.`,
    );
  }
  const known = driver === undefined ? undefined : driverNamed(driver);
  const question = questionOfUrl(url, known, variable);
  const client: Client = {
    platform,
    settings: {},
    ...(known === undefined ? {} : { driver: DRIVERS[known] }),
  };
  return {
    name: variable,
    question,
    client: withParameters(client, question),
    addresses: {},
    declaredBy: "variable",
    ...(known === undefined ? {} : { driver: known }),
  };
}

function driverNamed(name: string): DriverName {
  if (Object.hasOwn(DRIVERS, name)) return name as DriverName;
  const right = nearest(name, DRIVER_NAMES);
  const advice =
    right === undefined ? `Expected one of ${DRIVER_NAMES.join(", ")}.` : `Did you mean \`${right}\`?`;
  throw new CommandError(`--driver: no driver is called \`${name}\`. ${advice}`);
}

function questionOfUrl(text: string, driver: DriverName | undefined, where: string): DatabaseQuestion {
  const parsed = parseConnectionUrl(text.trim(), driver === undefined ? undefined : DRIVERS[driver].dialect);
  const [problem] = parsed?.problems ?? [];
  if (parsed === undefined || problem !== undefined || parsed.url.host === "") {
    const why =
      problem === undefined
        ? "it names no host"
        : `${problem.part}: expected ${problem.expected}, got ${problem.got}`;
    throw new CommandError(`${where} is no connection URL that can be read (${why}).`);
  }
  const { host, port = 5432, user, password, database, parameters } = parsed.url;
  return { address: { host, port, user, parameters }, database, password };
}

const withParameters = (client: Client, { address }: DatabaseQuestion): Client => ({
  ...client,
  settings: { ...address.parameters, ...client.settings },
});

function configurationOf({ stack, config, secretKeys }: StackFile): StackConfiguration {
  const keys = Object.entries(config).filter(([key]) => key.startsWith("portcullis:"));
  const values = Object.fromEntries(keys.map(([key, value]) => [key.slice("portcullis:".length), value]));
  // Which secrets are missing is said by a preview: here the password may come from elsewhere.
  const set = secretKeys
    .filter((key) => key.startsWith("portcullis:"))
    .map((key) => key.slice("portcullis:".length));
  const secretsSet = [...new Set([...set, "databasePassword", "databaseAdminPassword"])];
  try {
    return parseConfiguration({ stack, values, secretsSet });
  } catch (cause) {
    throw cause instanceof ConfigurationError ? new CommandError(cause.message, undefined, { cause }) : cause;
  }
}
