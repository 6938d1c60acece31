import { databaseEndpoint } from "../../components/database-endpoint";
import type { StackConfiguration, StackDatabase } from "../../config/stack";
import type { Client, DatabaseQuestion } from "../../connect";
import { DRIVER_NAMES, DRIVERS, type DriverName, nearest } from "../../domain";
import { RENDER } from "../../platforms";
import type { Addresses } from "../../probes";
import { CommandError } from "../exit-code";
import { configurationOf } from "../stacks/stack-configuration";
import { readStackFile } from "../stacks/stack-file";
import { stackFileName } from "../stacks/stack-file-name";
import { loginAs, type StackSecretsRead } from "./login-as";
import { type Reading, readingsOf } from "./readings";
import { questionOfUrl } from "./url-question";

/** A database to ask, and the service that is to reach it. */
export interface Subject {
  /** The stack, with the database where it has several; or the variable that the URL is read from. */
  readonly name: string;
  readonly question: DatabaseQuestion;
  readonly client: Client;
  readonly addresses: Addresses;
  readonly driver?: DriverName;
  readonly declaredBy: "supabase" | "host" | "url" | "variable";
  /** The stack, and the key of its file where the database is; none of a variable of this machine. */
  readonly stack?: string;
  readonly key?: string;
  /** The service's variable that has a way of its own to it. */
  readonly variable?: string;
  /** The role that the file declares, and the login that is asked with; none of a URL. */
  readonly role?: string;
  readonly login?: string;
  /** Why it is asked as another login, or with another password, than the file declares. */
  readonly note?: string;
  /** What a refused login is likely to mean. */
  readonly whenRefused?: string;
}

/** The secrets of a stack's databases, and the roles that it has made. */
export type ReadSecrets = (stack: string, databases: readonly string[]) => Promise<StackSecretsRead>;

// A stack's services run at Render; a URL alone is asked for the same.
const platform = RENDER;

/**
 * What a stack declares as its databases, and how its services read them.
 *
 * @param only the databases to ask; all where it is empty
 * @throws CommandError for a file that cannot be read or has problems.
 */
export async function subjectsOfStack(
  project: string,
  stack: string,
  secrets: ReadSecrets,
  only: readonly string[] = [],
): Promise<readonly Subject[]> {
  const file = await readStackFile(project, stack);
  const configuration = configurationOf(file);
  const names = Object.keys(configuration.databases);
  if (names.length === 0) throw new CommandError(`${stackFileName(stack)} declares no database.`);
  const asked = wanted(stack, names, only);
  const found = await secrets(stack, names);
  return asked.flatMap((database) => {
    const declared = configuration.databases[database];
    if (declared === undefined) return [];
    const readings = readingsOf(configuration, database);
    return readings.map((reading, index) => {
      const name = names.length === 1 ? stack : `${stack}/${database}`;
      // The first is the database's own; another one is another driver's, or another way to it.
      const called = index === 0 ? name : `${name} (${reading.variable})`;
      return subjectOf({ name: called, stack, database, declared, reading }, configuration, found);
    });
  });
}

/** The databases that `--database` names. @throws CommandError for one that the stack has not */
function wanted(stack: string, names: readonly string[], only: readonly string[]): readonly string[] {
  for (const name of only.filter((each) => !names.includes(each))) {
    const right = nearest(name, names);
    const advice =
      right === undefined ? `Expected one of ${names.join(", ")}.` : `Did you mean \`${right}\`?`;
    throw new CommandError(`--database: ${stackFileName(stack)} has no database \`${name}\`. ${advice}`);
  }
  return only.length === 0 ? names : names.filter((name) => only.includes(name));
}

interface Named {
  readonly name: string;
  readonly stack: string;
  readonly database: string;
  readonly declared: StackDatabase;
  readonly reading: Reading;
}

function subjectOf(
  { name, stack, database, declared, reading }: Named,
  { addresses, databases }: StackConfiguration,
  found: StackSecretsRead,
): Subject {
  const { driver, driverSettings = {}, connection } = reading;
  const known = driver === undefined ? {} : { driver: DRIVERS[driver] };
  const client: Client = { platform, settings: driverSettings, ...known };
  const key =
    Object.keys(databases).length === 1 ? "portcullis:database" : `portcullis:databases.${database}`;
  const common = { name, stack, key, addresses, ...(driver && { driver }) };
  if (declared.supabase === undefined && declared.host === undefined) {
    const { url } = found.secrets[database] ?? {};
    if (url === undefined)
      throw new CommandError(
        `${name}: the database's URL is a secret, which \`--no-login\` and \`--password-from\` leave unread. ` +
          "Type the command without them, or with `--url-from VARIABLE` in place of `-s`.",
      );
    const question = questionOfUrl(url, driver, `${name}: the database's URL`);
    return { ...common, question, declaredBy: "url", client: withParameters(client, question) };
  }
  const { supabase } = declared;
  const place =
    supabase === undefined || connection === undefined
      ? declared
      : { ...declared, supabase: { ...supabase, connection } };
  const { note, whenRefused, ...login } = loginAs({ stack, database, key }, declared, found);
  const question = questionOf({ ...place, ...login }, { driver: driver ?? "asyncpg", driverSettings });
  const asked = {
    question: { ...question, password: login.password },
    ...{ role: declared.role, login: login.role },
    ...(note !== undefined && { note }),
    ...(whenRefused !== undefined && { whenRefused }),
  };
  const ofVariable = connection === undefined ? {} : { variable: reading.variable };
  const declaredBy = supabase === undefined ? "host" : "supabase";
  return { ...common, ...ofVariable, ...asked, client, declaredBy } as Subject;
}

function questionOf(
  { supabase, host, port, name, role, sslmode, schemas }: StackDatabase,
  driven: { readonly driver: DriverName; readonly driverSettings: Readonly<Record<string, string>> },
): DatabaseQuestion {
  const { parameters, user, database, ...at } = databaseEndpoint({
    ...{ ...driven, supabase, host, port, name, role, sslmode },
  });
  return {
    address: { host: at.host, port: at.port, user, parameters },
    database,
    poolerHost: supabase?.poolerHost,
    schemas,
  };
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

const withParameters = (client: Client, { address }: DatabaseQuestion): Client => ({
  ...client,
  settings: { ...address.parameters, ...client.settings },
});
