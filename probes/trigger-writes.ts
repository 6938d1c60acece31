import type { Ask } from "./ask";
import { type CalledFunction, type ClosedCall, placesOf, readCalls } from "./called-functions";
import { schemaGrants } from "./database-access";
import { type FunctionText, type NamedTable, readFunctionText } from "./function-text";
import { quoted } from "./quoted";
import { identified } from "./relations";

/** A trigger that runs as the role that writes to its table, and what is against that. */
export interface TriggerWrite {
  readonly trigger: string;
  readonly table: string;
  readonly function: string;
  /** The tables that its function names and the role may not use so; empty where the function cannot be followed. */
  readonly closed: readonly ClosedTable[];
  /** The functions and sequences that it calls and the role may not. */
  readonly calls: readonly ClosedCall[];
}

interface ClosedTable {
  readonly schema: string;
  readonly name: string;
  readonly right: NamedTable["right"];
  /** Whether the role may use its schema, which a function's text needs. */
  readonly reached: boolean;
}

interface Found extends ClosedTable {
  readonly at: number;
  readonly may: boolean;
}

interface Trigger {
  readonly trigger: string;
  readonly table: string;
  readonly function: string;
  readonly body: string;
  readonly language: string;
  /** The function's own `search_path`. */
  readonly path: string | null;
}

// A trigger's function runs as who writes, unless it is SECURITY DEFINER (sql-createtrigger, sql-createfunction). One in C
// is an extension's or PostgreSQL's own, and changes the row alone. Bits of tgtype: pg_trigger.h.
const TRIGGERS = `
SELECT t.tgname AS trigger, format('%s.%s', n.nspname, c.relname) AS table, format('%s.%s()', fn.nspname, f.proname) AS function,
  f.prosrc AS body, l.lanname AS language, (SELECT substr(s, 13) FROM unnest(f.proconfig) s WHERE s LIKE 'search_path=%') AS path
FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_proc f ON f.oid = t.tgfoid JOIN pg_namespace fn ON fn.oid = f.pronamespace JOIN pg_language l ON l.oid = f.prolang
WHERE n.nspname = ANY($1) AND has_schema_privilege(n.oid, 'USAGE') AND NOT t.tgisinternal AND t.tgparentid = 0
  AND t.tgenabled IN ('O', 'A') AND NOT f.prosecdef AND l.lanname NOT IN ('c', 'internal')
  AND (t.tgtype::int & 4 > 0 AND has_any_column_privilege(c.oid, 'INSERT') OR t.tgtype::int & 8 > 0 AND has_table_privilege(c.oid, 'DELETE')
    OR t.tgtype::int & 16 > 0 AND has_any_column_privilege(c.oid, 'UPDATE'))
ORDER BY 2, 1 LIMIT 1000`;

// Of the tables that a text names in turn: the first of that name in the schemas where it is looked for.
const TABLES = `
SELECT w.i::int - 1 AS at, n.nspname AS schema, c.relname AS name, has_schema_privilege(n.oid, 'USAGE') AS reached,
  CASE w.asked WHEN 'DELETE' THEN has_table_privilege(c.oid, 'DELETE') ELSE has_any_column_privilege(c.oid, w.asked) END AS may
FROM ROWS FROM (jsonb_to_recordset($1) AS (places text[], name text, asked text)) WITH ORDINALITY AS w(places, name, asked, i)
JOIN LATERAL (SELECT c.oid, c.relname, c.relnamespace FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relname = w.name AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname::text = ANY(coalesce(w.places, current_schemas(true)::text[]))
  ORDER BY array_position(coalesce(w.places, current_schemas(true)::text[]), n.nspname::text) LIMIT 1) c ON true
JOIN pg_namespace n ON n.oid = c.relnamespace`;

/** The triggers of the schemas' tables whose functions write, as the role that is logged in, what it may not or what is not known. */
export async function readTriggerWrites(
  ask: Ask,
  schemas: readonly string[],
): Promise<readonly TriggerWrite[]> {
  const triggers = await ask<Trigger>(TRIGGERS, [schemas]);
  const { texts, calls, lost } = await readTexts(ask, triggers);
  const asked = texts.flatMap((text) => text.tables.map((table) => ({ text, table })));
  const rows = asked.map(({ text: { path }, table: { schema, name, right } }) => ({
    places: placesOf(path, schema),
    name,
    asked: right,
  }));
  const found = rows.length === 0 ? [] : await ask<Found>(TABLES, [JSON.stringify(rows)]);
  const rowOf = new Map(found.map((row) => [asked[row.at]?.table, row]));
  return triggers.flatMap((trigger): TriggerWrite[] => {
    const { table, function: name } = trigger;
    const own = texts.filter((text) => text.trigger === trigger);
    const named = own.flatMap(({ tables }) => tables.map((each) => ({ each, row: rowOf.get(each) })));
    const closed = named.flatMap(({ each, row }) =>
      row === undefined || (row.may && row.reached) ? [] : [{ ...row, right: each.right }],
    );
    // A name that is read may be a variable's or a query's own.
    const isLost = named.some(({ each, row }) => row === undefined && each.right !== "SELECT");
    const isOpen = isLost || lost.has(trigger) || own.some(({ runsMore }) => runsMore);
    const closedCalls = calls.filter((call) => call.trigger === trigger);
    if (closed.length + closedCalls.length === 0 && !isOpen) return [];
    return [{ trigger: trigger.trigger, table, function: name, closed, calls: closedCalls }];
  });
}

/** The text of a function that runs for a trigger. */
interface TriggerText extends FunctionText {
  readonly trigger: Trigger;
  readonly path: string | null;
}

interface Texts {
  readonly texts: TriggerText[];
  readonly calls: (ClosedCall & { readonly trigger: Trigger })[];
  /** The triggers of which something that runs cannot be read. */
  readonly lost: Set<Trigger>;
}

const LANGUAGES: ReadonlySet<string> = new Set(["plpgsql", "sql"]);
/** Functions that call each other are read so far. */
const DEEPEST = 5;

/** The texts of the triggers' functions, and of those that these call as who writes. */
async function readTexts(ask: Ask, triggers: readonly Trigger[]): Promise<Texts> {
  const found: Texts = { texts: [], calls: [], lost: new Set() };
  const seen = new Set<string>();
  let next: readonly (Pick<CalledFunction, "body" | "language" | "path"> & { readonly trigger: Trigger })[] =
    triggers.map((trigger) => ({ ...trigger, trigger }));
  for (let depth = 0; next.length > 0; depth++) {
    const read = next.map(({ trigger, path, body }) => ({ ...readFunctionText(body), trigger, path }));
    found.texts.push(...read);
    for (const { trigger, language, body } of next)
      if (!LANGUAGES.has(language) || body.trim() === "" || depth === DEEPEST) found.lost.add(trigger);
    if (depth === DEEPEST) return found;
    const called = read.flatMap((of) => of.calls.map((call) => ({ of, call })));
    next = (await readCalls(ask, called)).flatMap((one) => {
      const { trigger, path } = one.of;
      if ("unknown" in one) found.lost.add(trigger);
      if ("closed" in one) found.calls.push({ ...one.closed, trigger });
      if (!("follows" in one) || (one.follows.body.trim() === "" && !one.follows.writes)) return [];
      const key = `${triggers.indexOf(trigger)} ${one.follows.oid}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ ...one.follows, path: one.follows.path ?? path, trigger }];
    });
  }
  return found;
}

const MOST = 3;

/** Whether its function names what the role may not. */
export const isClosedWrite = ({ closed, calls }: TriggerWrite): boolean => closed.length + calls.length > 0;

/** What its function names and the role may not, in words. */
export function closedWritesWords(role: string, writes: readonly TriggerWrite[]): string {
  const said = writes.slice(0, MOST).map(({ trigger, table, function: name, closed, calls }) => {
    const tables = [...new Set(closed.map((one) => `${one.schema}.${one.name}`))].join(", ");
    const wants = closed.some(({ right }) => right !== "SELECT") ? "write" : "read";
    const objects = [...new Set(calls.map(({ object }) => object))].join(", ");
    const named = [
      ...(tables === "" ? [] : [`names ${tables}, that ${role} may not ${wants}`]),
      ...(objects === "" ? [] : [`calls ${objects}, that ${role} may not use`]),
    ];
    return `the trigger ${trigger} of ${table} runs ${name} as ${role}, which ${named.join(", and ")}`;
  });
  return [...said, ...rest(writes)].join("; ");
}

/** What cannot be followed, in words. */
export function openWritesWords(role: string, writes: readonly TriggerWrite[]): string {
  if (writes.length === 0) return "";
  const said = writes.slice(0, MOST).map((one) => {
    return `the trigger ${one.trigger} of ${one.table} writes as ${role} (${one.function})`;
  });
  return `not decided: what ${[...said, ...rest(writes)].join(", and what ")}`;
}

const rest = ({ length }: readonly TriggerWrite[]): readonly string[] =>
  length > MOST ? [`${length - MOST} more such triggers do`] : [];

export function writeGrants(role: string, writes: readonly TriggerWrite[]): readonly string[] {
  const closed = writes.flatMap((one) => one.closed);
  const calls = writes.flatMap((one) => one.calls);
  const to = quoted(role);
  const rights = [
    ...closed.map((one) => `${one.right} ON TABLE ${identified(one)}`),
    ...calls.map(({ kind, object }) =>
      kind === "sequence" ? `USAGE ON SEQUENCE ${object}` : `EXECUTE ON FUNCTION ${object}`,
    ),
  ];
  return [
    ...schemaGrants([...closed, ...calls], to),
    ...[...new Set(rights)].map((right) => `GRANT ${right} TO ${to};`),
  ];
}
