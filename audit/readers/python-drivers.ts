import type { SyntaxNode } from "@lezer/common";
import { type Fact, type Knowable, known, unknown } from "../../domain";
import type { PythonTree } from "./python-tree";
import type { PythonValues } from "./python-values";

type Settings = Knowable<Readonly<Record<string, string>>>;

/** Calls that connect, and the driver of each by its row in domain/driver.ts. */
const CALLS: Readonly<Record<string, string>> = {
  "asyncpg.connect": "asyncpg",
  "asyncpg.create_pool": "asyncpg",
  "psycopg.connect": "psycopg",
  "psycopg.Connection.connect": "psycopg",
  "psycopg.AsyncConnection.connect": "psycopg",
  "psycopg2.connect": "psycopg2",
};

/** What decides about prepared statements: where one of these cannot be followed, the settings are unknown. */
const DECIDING = ["statement_cache_size", "prepared_statement_cache_size", "prepare_threshold"];

/** What else is told of a connection, where it stands there as a literal. */
const TOLD = ["ssl", "sslmode", "min_size", "max_size", "pool_size", "max_overflow", "command_timeout"];

/** How the file's code connects to PostgreSQL, one fact for each call that does. */
export function driverFacts(tree: PythonTree, values: PythonValues, text: string): readonly Fact[] {
  return tree.nodes("CallExpression").flatMap((call): readonly Fact[] => {
    const callee = tree.dotted(call.firstChild);
    if (callee === undefined) return [];
    const place = tree.place(call);
    if (Object.hasOwn(CALLS, callee)) {
      const driver = known(CALLS[callee] ?? "");
      return [{ kind: "driver", place, driver, driverSettings: settingsOf(tree, values, call) }];
    }
    if (!/^(?:sqlalchemy\.ext\.asyncio\.)?create_async_engine$/.test(callee)) return [];
    const driver = engineDriver(tree, values, call, text);
    if (driver === undefined) return [];
    return [{ kind: "driver", place, driver, driverSettings: settingsOf(tree, values, call) }];
  });
}

/** SQLAlchemy takes its driver from the URL; undefined where that is another database's. */
function engineDriver(
  tree: PythonTree,
  values: PythonValues,
  call: SyntaxNode,
  text: string,
): Knowable<string> | undefined {
  const url = tree.arguments(call)[0];
  const value = url === undefined ? undefined : values.of(url.node);
  if (value?.is === "literal") {
    const scheme = /^([a-z0-9]+(?:\+[a-z0-9_]+)?):/.exec(value.text)?.[1] ?? "";
    if (scheme === "postgresql+asyncpg") return known("sqlalchemy-asyncpg");
    return /^postgresql\+psycopg(?:_async)?$/.test(scheme) ? known("sqlalchemy-psycopg") : undefined;
  }
  const [asyncpg, psycopg] = [/\basyncpg\b/.test(text), /\bpsycopg\b/.test(text)];
  if (asyncpg && !psycopg) return known("sqlalchemy-asyncpg");
  if (psycopg && !asyncpg) return known("sqlalchemy-psycopg");
  return unknown("the driver stands in the engine's URL, which this file does not hold");
}

/** Keyword arguments, and those that SQLAlchemy hands to the driver as `connect_args`. */
function settingsOf(tree: PythonTree, values: PythonValues, call: SyntaxNode): Settings {
  const settings: Record<string, string> = {};
  const entries: (readonly [string, SyntaxNode])[] = [];
  for (const { name, node } of tree.arguments(call)) {
    if (name === "connect_args") {
      const nested = tree.dictionary(node);
      if (nested === undefined) return unknown("connect_args is put together elsewhere");
      entries.push(...nested);
    } else if (name !== undefined) entries.push([name, node]);
    else if (/^\*/.test(tree.text(node)) || node.prevSibling?.name === "*" || node.name === "**") {
      return unknown("some arguments are put together elsewhere");
    }
  }
  for (const [name, node] of entries) {
    if (name === "poolclass" && tree.dotted(node)?.endsWith("NullPool") === true)
      settings.poolclass = "NullPool";
    if (!DECIDING.includes(name) && !TOLD.includes(name)) continue;
    const value = values.of(node);
    if (value.is === "literal") settings[name] = value.text;
    else if (DECIDING.includes(name)) return unknown(`${name} is not a literal`);
  }
  return known(settings);
}
