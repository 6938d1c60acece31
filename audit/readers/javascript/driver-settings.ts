import type { SyntaxNode } from "@lezer/common";
import { type Knowable, known, unknown } from "../../../domain";
import type { JavaScriptModule } from "./module";
import { javaScriptValue } from "./values";

/** What is given to a driver beside its URL. */
export type Settings = Knowable<Readonly<Record<string, string>>>;

/** `drizzle(url)` and `drizzle({ connection })` connect by themselves; `drizzle(client)` is given a connection. */
export function drizzleSettings(
  module: JavaScriptModule,
  [first]: readonly SyntaxNode[],
): Settings | undefined {
  if (first === undefined) return undefined;
  const connection = module.tree.properties(first)?.get("connection");
  if (connection !== undefined) return inObject(module, connection);
  const value = javaScriptValue(module, first);
  return value.is === "unknown" ? undefined : known({});
}

/** What is given to node-postgres by a mapper of several databases; undefined where that names another one, or none. */
export function ofPostgres(
  module: JavaScriptModule,
  options: SyntaxNode | undefined,
  kind: string,
  within?: string,
): Settings | undefined {
  const properties = module.tree.properties(options);
  const named = properties?.get(kind);
  const value = named === undefined ? undefined : javaScriptValue(module, named);
  if (value?.is !== "literal" || !/^(?:pg|postgres|postgresql)$/.test(value.text)) return undefined;
  if (within === undefined) return settings(module, options);
  const inner = properties?.get(within);
  return inner === undefined ? known({}) : inObject(module, inner);
}

/** The settings among a connection's parts; a connection that is written as a URL has none. */
function inObject(module: JavaScriptModule, connection: SyntaxNode): Settings {
  const target = module.follow(connection);
  return target?.is === "expression" && target.node.name === "ObjectExpression"
    ? settings(target.module, target.node)
    : known({});
}

const TOLD = ["prepare", "ssl", "max", "min", "idle_timeout", "connect_timeout"];

/** The literal settings among the options of a call. */
export function settings(module: JavaScriptModule, node: SyntaxNode | undefined): Settings {
  if (node === undefined) return known({});
  const target = module.follow(node);
  const where = target?.is === "expression" ? target : undefined;
  const properties = where?.module.tree.properties(where.node);
  if (where === undefined || properties === undefined)
    return unknown("its options are put together elsewhere");
  const found: Record<string, string> = {};
  for (const name of TOLD) {
    const given = properties.get(name);
    const value = given === undefined ? undefined : javaScriptValue(where.module, given);
    if (name === "ssl" && isOtherHost(where.module, properties.get("host"))) continue;
    if (value?.is === "literal") found[name] = value.text;
    else if (name === "ssl" && given !== undefined && verifies(where.module, given)) found.ssl = "verify";
    else if (value !== undefined && name === "prepare") return unknown("`prepare` is not a literal");
  }
  return known(found);
}

/** A host from a variable of another name than a database's: what is known of this environment's database is not asked by this call. */
function isOtherHost(module: JavaScriptModule, host: SyntaxNode | undefined): boolean {
  const value = host && javaScriptValue(module, host);
  return value?.is === "variable" && !/PG|DB|DATABASE|POSTGRES|SUPABASE|SQL/i.test(value.name);
}

/** `{ rejectUnauthorized: true }` alone: with an authority or a check of its own beside it, it is another question. */
function verifies(module: JavaScriptModule, node: SyntaxNode): boolean {
  const target = module.follow(node);
  if (target?.is !== "expression" || target.node.name !== "ObjectExpression") return false;
  const properties = target.module.tree.properties(target.node);
  const asked = properties?.get("rejectUnauthorized");
  if (asked === undefined || target.node.getChildren("Property").length !== 1) return false;
  const value = javaScriptValue(target.module, asked);
  return value.is === "literal" && value.text === "true";
}
