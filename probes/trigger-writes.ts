import type { Ask } from "./ask";
import { schemaGrants } from "./database-access";
import { type NamedCall, type NamedTable, readFunctionText } from "./function-text";
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

/** What a function calls that the role may not. */
interface ClosedCall {
  readonly kind: NamedCall["kind"];
  /** As SQL takes it, the schema in front; of a function with its types. */
  readonly object: string;
  readonly schema: string;
  readonly reached: boolean;
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

// Of functions of one name any may be meant: it is closed where all of them are.
const CALLS = `
SELECT w.i::int - 1 AS at, w.kind, f.object, f.schema, f.reached
FROM ROWS FROM (jsonb_to_recordset($1) AS (places text[], name text, kind text)) WITH ORDINALITY AS w(places, name, kind, i)
JOIN LATERAL (
  SELECT min(format('%I.%I(%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid))) AS object, n.nspname::text AS schema,
    has_schema_privilege(n.oid, 'USAGE') AS reached, bool_or(has_function_privilege(p.oid, 'EXECUTE')) AS may
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
  WHERE w.kind = 'function' AND p.proname = w.name AND n.nspname::text = ANY(w.places) GROUP BY n.oid, n.nspname
  UNION ALL
  (SELECT format('%I.%I', n.nspname, c.relname), n.nspname, has_schema_privilege(n.oid, 'USAGE'),
    has_sequence_privilege(c.oid, 'USAGE, UPDATE')
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE w.kind = 'sequence' AND c.relkind = 'S' AND c.relname = w.name AND n.nspname::text = ANY(coalesce(w.places, current_schemas(true)::text[]))
  ORDER BY array_position(coalesce(w.places, current_schemas(true)::text[]), n.nspname::text) LIMIT 1)
) f ON NOT (f.reached AND f.may)`;

/** The triggers of the schemas' tables whose functions write, as the role that is logged in, what it may not or what is not known. */
export async function readTriggerWrites(
  ask: Ask,
  schemas: readonly string[],
): Promise<readonly TriggerWrite[]> {
  const triggers = await ask<Trigger>(TRIGGERS, [schemas]);
  const read = triggers.map((trigger) => ({ trigger, text: readFunctionText(trigger.body) }));
  const asked = read.flatMap(({ trigger, text }) => text.tables.map((table) => ({ trigger, table })));
  const rows = asked.map(({ trigger: { path }, table: { schema, name, right } }) => ({
    places: placesOf(path, schema),
    name,
    asked: right,
  }));
  const found = rows.length === 0 ? [] : await ask<Found>(TABLES, [JSON.stringify(rows)]);
  const called = read.flatMap(({ trigger, text }) => text.calls.map((call) => ({ trigger, call })));
  const callRows = called.map(({ trigger: { path }, call: { schema, name, kind } }) => ({
    places: placesOf(path, schema),
    name,
    kind,
  }));
  const closedCalls =
    called.length === 0
      ? []
      : await ask<ClosedCall & { readonly at: number }>(CALLS, [JSON.stringify(callRows)]);
  const rowOf = new Map(found.map((row) => [asked[row.at]?.table, row]));
  return read.flatMap(({ trigger, text }): TriggerWrite[] => {
    const { table, function: name } = trigger;
    const own = text.tables.map((named) => ({ named, row: rowOf.get(named) }));
    const closed = own.flatMap(({ named, row }) =>
      row === undefined || (row.may && row.reached) ? [] : [{ ...row, right: named.right }],
    );
    // A name that is read may be a variable's or a query's own.
    const isLost = own.some(({ named, row }) => row === undefined && named.right !== "SELECT");
    const isOpen = isLost || text.runsMore || trigger.language !== "plpgsql";
    const calls = closedCalls.filter(({ at }) => called[at]?.trigger === trigger);
    if (closed.length + calls.length === 0 && !isOpen) return [];
    return [{ trigger: trigger.trigger, table, function: name, closed, calls }];
  });
}

/** The schema that a name has, or those of a `search_path`; null for the session's own. */
function placesOf(path: string | null, schema: string | undefined): readonly string[] | null {
  if (schema !== undefined) return [schema];
  return path === null ? null : path.split(",").map((each) => each.trim().replaceAll('"', ""));
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
