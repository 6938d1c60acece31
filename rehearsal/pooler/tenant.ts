import { type Generation, refusal } from "./refusals";

/** The database server behind one project reference. */
export interface Tenant {
  /** The folder of the server's Unix socket, which trusts whoever can enter it. */
  readonly socketDirectory: string;
  readonly port: number;
}

export interface Target {
  readonly role: string;
  readonly reference: string;
  readonly database: string;
}

/** Supavisor reads the tenant from `options=reference=…` first, and else from the user after its last dot. */
export function targetOf(parameters: Readonly<Record<string, string>>, generation: Generation): Target {
  const { user = "", database = user, options = "" } = parameters;
  if (!/^[\w.$-]+$/.test(user) || database.includes('"')) throw refusal(generation, "invalidUser");
  const named = /(?:^|\s|-c\s*)reference=(\S+)/.exec(options)?.[1];
  if (named !== undefined) return { role: user, reference: named, database };
  const dot = user.lastIndexOf(".");
  if (dot < 0) throw refusal(generation, "noIdentifier");
  return { role: user.slice(0, dot), reference: user.slice(dot + 1), database };
}
