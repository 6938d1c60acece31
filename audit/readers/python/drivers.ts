import type { SyntaxNode } from "@lezer/common";
import { type Fact, type Knowable, known, type UrlFact, unknown } from "../../../domain";
import type { Repository } from "../../reader";
import { urlInCode } from "../code/url-in-code";
import { isRequired } from "./locked-version";
import type { PythonModule } from "./module";
import { putTogetherUrl } from "./put-together-url";
import { replacesScheme, sqlalchemyDriver, takesPsycopg } from "./sqlalchemy-driver";
import { pythonValue } from "./values";

type Settings = Knowable<Readonly<Record<string, string>>>;

/** Calls that connect, and the driver of each by its row in domain/driver.ts. */
const CALLS: Readonly<Record<string, string>> = {
  "asyncpg.connect": "asyncpg",
  "asyncpg.create_pool": "asyncpg",
  "psycopg.connect": "psycopg",
  "psycopg.Connection.connect": "psycopg",
  "psycopg.AsyncConnection.connect": "psycopg",
  "psycopg_pool.ConnectionPool": "psycopg",
  "psycopg_pool.AsyncConnectionPool": "psycopg",
  ConnectionPool: "psycopg",
  AsyncConnectionPool: "psycopg",
  "pg8000.connect": "pg8000",
  "pg8000.dbapi.connect": "pg8000",
  "pg8000.native.Connection": "pg8000",
  "psycopg2.connect": "psycopg2",
  "psycopg2.pool.SimpleConnectionPool": "psycopg2",
  "psycopg2.pool.ThreadedConnectionPool": "psycopg2",
};

/** Names that other packages give to something else; here they count where psycopg_pool is imported. */
const OF_PSYCOPG_POOL = /^(?:Async)?ConnectionPool$/;

/** Tortoise ORM, which reaches other databases too: only where asyncpg is installed with it is it this driver. */
const TORTOISE = /^(?:Tortoise\.init|(?:[\w.]+\.)?(?:register_tortoise|RegisterTortoise))$/;
const TORTOISE_DRIVER = "tortoise-asyncpg";

/** What decides about prepared statements: where one of these cannot be followed, the settings are unknown. */
const DECIDING = ["statement_cache_size", "prepared_statement_cache_size", "prepare_threshold"];

/** Further arguments of a connection, where they are literals. */
const TOLD = ["ssl", "sslmode", "min_size", "max_size", "pool_size", "max_overflow", "command_timeout"];

/** Arguments that are passed on to the driver: SQLAlchemy's, and psycopg_pool's. */
const HANDED_ON = ["connect_args", "kwargs"];

/** How the module connects to PostgreSQL, one fact for each call that does. */
export function driverFacts(module: PythonModule, repository: Repository): readonly Fact[] {
  const { tree } = module;
  return tree.nodes("CallExpression").flatMap((call): readonly Fact[] => {
    const callee = tree.dotted(call.firstChild);
    if (callee === undefined) return [];
    const driver = driverOf(module, call, callee, repository);
    if (driver === undefined) return [];
    const isPlain =
      driver.known && driver.value === "sqlalchemy-psycopg" && takesPsycopg(module, repository) === true;
    const called = {
      driver,
      driverSettings: settingsOf(module, call),
      ...((isPlain || replacesScheme(module, driver, repository)) && { takesPlain: true as const }),
    };
    return [
      { kind: "driver", place: tree.place(call), ...called },
      ...writtenUrl(module, call, called),
      ...putTogether(module, call, called),
      ...argumentsOf(module, call, callee, driver),
    ];
  });
}

/** The call's URL where it is a literal; a variable's fallback only counts where the variable is not set. */
function writtenUrl(
  module: PythonModule,
  call: SyntaxNode,
  called: Pick<UrlFact, "driver" | "driverSettings" | "takesPlain">,
): readonly UrlFact[] {
  const node = urlOf(module, call);
  // An attribute mostly is a settings object's, whose default only counts where no variable is set.
  if (node === undefined || node.name === "MemberExpression") return [];
  const value = pythonValue(module, node);
  if (value.is !== "literal") return [];
  return urlInCode(value.text, { place: module.tree.place(node), ...called });
}

/** The parameters of a URL that the code puts together around values of its own. */
function putTogether(
  module: PythonModule,
  call: SyntaxNode,
  { driver }: Pick<UrlFact, "driver">,
): readonly Fact[] {
  const node = urlOf(module, call);
  const put = node === undefined ? undefined : putTogetherUrl(module, node);
  if (put === undefined || Object.keys(put.parameters).length === 0) return [];
  const place = put.module.tree.place(put.node);
  return [{ kind: "put-together-url", place, driver, parameters: put.parameters }];
}

/** By the names that asyncpg, psycopg, SQLAlchemy and Tortoise give it, or the first argument. */
function urlOf({ tree }: PythonModule, call: SyntaxNode): SyntaxNode | undefined {
  const given = tree.arguments(call);
  const named = given.find(({ name }) => name !== undefined && URL_ARGUMENTS.includes(name));
  return (named ?? given.find(({ name }) => name === undefined))?.node;
}

const URL_ARGUMENTS = ["url", "dsn", "conninfo", "db_url"];

/** Undefined where the call does not connect, or connects to another database. */
function driverOf(
  module: PythonModule,
  call: SyntaxNode,
  callee: string,
  repository: Repository,
): Knowable<string> | undefined {
  if (Object.hasOwn(CALLS, callee)) {
    if (OF_PSYCOPG_POOL.test(callee) && !/\bpsycopg_pool\b/.test(module.text)) return undefined;
    return known(CALLS[callee] ?? "");
  }
  if (TORTOISE.test(callee)) {
    const installed = ["asyncpg", "tortoise-orm\\[[^\\]]*\\basyncpg\\b[^\\]]*\\]"];
    return installed.some((name) => isRequired(repository, name)) ? known(TORTOISE_DRIVER) : undefined;
  }
  return sqlalchemyDriver(module, callee, urlOf(module, call), repository);
}

/** Keyword arguments, those that are passed on to the driver, and those of an unpacked dictionary. */
function settingsOf(module: PythonModule, call: SyntaxNode): Settings {
  const settings: Record<string, string> = {};
  const entries: Entry[] = [];
  for (const { name, node } of module.tree.arguments(call)) {
    const dictionary =
      name === undefined ? unpacked(module, node) : HANDED_ON.includes(name) ? node : undefined;
    if (dictionary === "positional") continue;
    if (name !== undefined && dictionary === undefined) {
      entries.push([name, module, node]);
      continue;
    }
    const nested = dictionary === undefined ? undefined : dictionaryOf(module, dictionary);
    if (nested === undefined) return unknown(`${name ?? "some arguments"}: put together elsewhere`);
    entries.push(...nested);
  }
  for (const [name, where, node] of entries) {
    if (name === "poolclass" && where.tree.dotted(node)?.endsWith("NullPool") === true)
      settings.poolclass = "NullPool";
    if (!DECIDING.includes(name) && !TOLD.includes(name)) continue;
    const value = pythonValue(where, node);
    if (value.is === "literal") settings[name] = value.text;
    else if (DECIDING.includes(name)) return unknown(`${name} is not a literal`);
  }
  return known(settings);
}

/** Each argument that reaches the driver: those of a pool are its own, but for a dictionary that it hands on. */
function argumentsOf(
  module: PythonModule,
  call: SyntaxNode,
  callee: string,
  driver: Knowable<string>,
): readonly Fact[] {
  if (!driver.known) return [];
  const isDirect = Object.hasOwn(CALLS, callee) && !/ConnectionPool$/.test(callee);
  const entries = module.tree.arguments(call).flatMap(({ name, node }): readonly Entry[] => {
    if (name === undefined) return [];
    if (HANDED_ON.includes(name)) return dictionaryOf(module, node) ?? [];
    return isDirect ? [[name, module, node]] : [];
  });
  return entries.map(([argument, where, node]) => ({
    kind: "driver-argument",
    place: where.tree.place(node),
    driver,
    argument,
  }));
}

type Entry = readonly [name: string, where: PythonModule, node: SyntaxNode];

/** The dictionary of `**options`; undefined of `*list`, whose parts are not known. */
function unpacked({ tree }: PythonModule, node: SyntaxNode): SyntaxNode | undefined | "positional" {
  const stars = tree.text(node);
  if (stars === "**") return node.nextSibling ?? undefined;
  return stars === "*" || node.prevSibling?.name === "*" ? undefined : "positional";
}

/** A dictionary that is written out there or bound to a name, with the module in which its values are written. */
function dictionaryOf(module: PythonModule, node: SyntaxNode): readonly Entry[] | undefined {
  const target = module.follow(node);
  if (target?.is !== "expression") return undefined;
  const { tree } = target.module;
  const called = target.node.name === "CallExpression" && tree.dotted(target.node.firstChild) === "dict";
  const entries = called
    ? tree.arguments(target.node).map(({ name, node: value }) => [name, value] as const)
    : tree.dictionary(target.node);
  const whole: Entry[] = [];
  for (const [name, value] of entries ?? [[undefined, target.node] as const]) {
    if (name === undefined) return undefined;
    whole.push([name, target.module, value]);
  }
  return whole;
}
