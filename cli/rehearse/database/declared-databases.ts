import { looksLikeConnectionUrl, parseConnectionUrl } from "../../../domain";
import type { StackFile } from "../../stacks/stack-file";
import { writtenDatabases } from "../../stacks/written-databases";
import { writtenServices } from "../../stacks/written-services";

/** A database as a stack file declares it; every part may be missing. */
export interface DeclaredDatabase {
  readonly supabase?: { readonly projectRef?: string; readonly poolerHost?: string };
  readonly host?: string;
  readonly port?: number;
  readonly name?: string;
  readonly url?: string;
  readonly role?: string;
  readonly password?: string;
  readonly manageRole?: boolean;
  readonly adminUser?: string;
  readonly owners?: readonly string[];
  readonly schemas?: readonly string[];
}

/** Who logs in to which database. */
export interface Login {
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** A connection URL that is typed plainly: its login must be there, and its address leads to this machine. */
export interface TypedUrl extends Login {
  readonly url: string;
  readonly host: string;
  readonly port: number;
}

/** The databases of a stack, the short form for one and the mapping of several alike. */
export function declaredDatabases({ config }: StackFile): readonly DeclaredDatabase[] {
  return writtenDatabases(config).map(({ database }) => database as DeclaredDatabase);
}

/** The names of a stack's databases, as its services use them; the short form's is `main`. */
export function databaseNames({ config, secretKeys }: StackFile): readonly string[] {
  const several = Object.keys((config["portcullis:databases"] ?? {}) as Record<string, unknown>);
  const one =
    config["portcullis:database"] !== undefined ||
    config["portcullis:databaseUrl"] !== undefined ||
    secretKeys.includes("portcullis:databaseUrl");
  return several.length === 0 && one ? ["main"] : several;
}

/**
 * The logins that are there already at the real server, since the stack does not make them.
 *
 * @param password of the short form's database, which is a secret of its own
 */
export function keptLogins(databases: readonly DeclaredDatabase[], password: string): readonly Login[] {
  return databases.flatMap(({ role, manageRole, name = "postgres", password: own = password }) =>
    role === undefined || manageRole !== false ? [] : [{ user: role, password: own, database: name }],
  );
}

/**
 * Every PostgreSQL URL that the stack file holds in plain text: of a database, and among the variables of its services
 * and of all of them. Whatever it says, a rehearsal must not reach the real database.
 */
export function typedUrlsOf(file: StackFile): readonly TypedUrl[] {
  const { config } = file;
  const texts = [
    config["portcullis:databaseUrl"],
    ...declaredDatabases(file).map(({ url }) => url),
    ...valuesOf(config["portcullis:environment"]),
    ...writtenServices(config).flatMap(({ environment }) => valuesOf(environment)),
  ];
  return [...new Set(texts)].flatMap((text) => (typeof text === "string" ? (typedUrl(text) ?? []) : []));
}

export function typedUrl(text: string): TypedUrl | undefined {
  if (!looksLikeConnectionUrl(text)) return undefined;
  const parsed = parseConnectionUrl(text)?.url;
  if (parsed === undefined || parsed.host === "") return undefined;
  const { host, port = 5432, user = "postgres", password = "", database = "postgres" } = parsed;
  return { url: text, host, port, user, password, database: database === "" ? "postgres" : database };
}

const valuesOf = (value: unknown): readonly unknown[] =>
  typeof value === "object" && value !== null ? Object.values(value) : [];
