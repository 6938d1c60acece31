import { type Generation, refusal } from "./refusals";

/** The database server behind one project reference. */
export interface Tenant {
  /** The folder of the server's Unix socket. The server trusts every process that can enter the folder. */
  readonly socketDirectory: string;
  readonly port: number;
}

/** The database and role that a client asks for. */
export interface Target {
  readonly role: string;
  readonly reference: string;
  readonly database: string;
  /** The one startup parameter that Supavisor passes on in both modes. */
  readonly searchPath: string | undefined;
  /** The client's in session mode, where it has a backend of its own; otherwise the pooler's. */
  readonly applicationName: string;
}

/** Two clients with the same name share a pool. */
export const poolName = ({ reference, role, database, searchPath }: Target): string =>
  JSON.stringify([reference, role, database, searchPath]);

/**
 * Supavisor reads the tenant from `options=reference=…` first, and else from the user after its last dot
 * (lib/supavisor/handler_helpers.ex). All other startup parameters are dropped silently.
 */
export function targetOf(
  parameters: Readonly<Record<string, string>>,
  about: { readonly generation: Generation; readonly mode: "session" | "transaction" },
): Target {
  const { user = "", database = "postgres", options = "", search_path, application_name } = parameters;
  if (!/^[\w.$-]+$/.test(user) || database.includes('"')) throw refusal(about.generation, "invalidUser");
  const rest = {
    database,
    searchPath: search_path ?? option(options, "search_path"),
    applicationName: (about.mode === "session" && application_name) || "Supavisor",
  };
  const named = option(options, "reference");
  if (named !== undefined) return { role: user, reference: named, ...rest };
  const dot = user.lastIndexOf(".");
  if (dot < 0) throw refusal(about.generation, "noIdentifier");
  return { role: user.slice(0, dot), reference: user.slice(dot + 1), ...rest };
}

/** `options` holds `name=value`, bare or after `-c` or `--`, separated by spaces. */
function option(options: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s|-c\\s*|--)${name}=(\\S+)`).exec(options)?.[1];
}
