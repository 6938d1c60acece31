import { type Answer, fail, pass } from "./answer";
import { type ExpectedAccess, isDeclared } from "./expected-access";
import { quoted } from "./quoted";
import { cannotWrite, type ReadOnlySession, whyReadOnly } from "./read-only-session";
import { identified, isClosed, isPartlyOpen, type Relation } from "./relations";

/** What was found, in words for a pass; or the grants that are missing, to type. */
export function judgeAccess(
  role: string,
  relations: readonly Relation[],
  { privileges }: ExpectedAccess,
  readOnly?: ReadOnlySession,
): Answer {
  const tables = relations.filter(({ sequence }) => !sequence);
  const closed = tables.filter(isClosed);
  if (isDeclared(privileges)) {
    const missing = missingGrants(role, relations, privileges);
    if (missing.length > 0)
      return fail(denied(role, closed, relations, privileges), { correctiveAction: typed(missing) });
    if (privileges === "read-write" && readOnly !== undefined) return cannotWrite(role, readOnly);
  } else if (tables.length > 0 && closed.length === tables.length && !closed.some(isPartlyOpen)) {
    const grants = missingGrants(role, relations, "read");
    const all =
      tables.length === 1 ? "may not read the one table" : `may read none of the ${tables.length} tables`;
    return fail(`${role} ${all}`, {
      correctiveAction: typed(grants),
    });
  }
  const said = [
    readable(tables, closed),
    ...(privileges === undefined ? [writable(role, tables, readOnly)] : []),
    rowSecurity(role, tables),
  ];
  return pass(said.filter(Boolean).join("; "));
}

/** What is no fault of a role of which nothing is declared: it may be there to read. */
function writable(role: string, tables: readonly Relation[], readOnly: ReadOnlySession | undefined): string {
  if (readOnly !== undefined && tables.length > 0) return `writes none: ${whyReadOnly(readOnly)}`;
  const read = tables.filter(({ reached, reads }) => reached && reads);
  const closed = read.filter(({ writes }) => !writes);
  const [grant] = grantOf("INSERT, UPDATE, DELETE ON TABLE", closed, quoted(role));
  return grant === undefined ? "" : `may not write ${names(closed)} (\`${grant}\` lets it)`;
}

function readable(tables: readonly Relation[], closed: readonly Relation[]): string {
  if (tables.length === 0) return "there is no table yet";
  if (closed.length === 0)
    return `may read ${tables.length === 1 ? "the one table" : `all ${tables.length} tables`}`;
  const partly = closed.filter(isPartlyOpen);
  const wholly = closed.filter((each) => !isPartlyOpen(each));
  const some = partly.length === 0 ? "" : `may read some columns of ${names(partly)}`;
  if (partly.length === tables.length) return some;
  const not = wholly.length === 0 ? "" : `, not ${names(wholly)}`;
  const read = `may read ${tables.length - closed.length} of ${count(tables.length, "table")}${not}`;
  return [read, some].filter(Boolean).join("; ");
}

function rowSecurity(role: string, tables: readonly Relation[]): string {
  const hidden = tables.filter(({ reached, reads, hidden }) => reached && reads && hidden);
  if (hidden.length === 0) return "";
  return (
    `row level security hides every row of ${names(hidden)} from ${role}: no policy is for it, or each asks who is signed in ` +
    `(write one, or type \`ALTER ROLE ${quoted(role)} BYPASSRLS;\` as an administrator)`
  );
}

function denied(
  role: string,
  closed: readonly Relation[],
  relations: readonly Relation[],
  privileges: string,
): string {
  const unwritable = relations.filter(({ sequence, reads, writes }) => reads && !sequence && !writes);
  const sequences = relations.filter(({ sequence, reads }) => sequence && !reads);
  const parts = [
    closed.length > 0 ? `may not read ${names(closed)}` : "",
    privileges === "read-write" && unwritable.length > 0 ? `may not write ${names(unwritable)}` : "",
    privileges === "read-write" && sequences.length > 0 ? `may not use the sequence ${names(sequences)}` : "",
  ];
  return `${role} ${parts.filter(Boolean).join(", and ")}, although its privileges are \`${privileges}\``;
}

/** The statements that the relations' owners, or an administrator, would have to run. */
export function missingGrants(
  role: string,
  relations: readonly Relation[],
  privileges: "read" | "read-write",
): readonly string[] {
  const to = quoted(role);
  const wrong = relations.filter((each) =>
    each.sequence
      ? privileges === "read-write" && isClosed(each)
      : isClosed(each) || (privileges === "read-write" && !each.writes),
  );
  const rights = privileges === "read" ? "SELECT" : "SELECT, INSERT, UPDATE, DELETE";
  return [
    ...schemaGrants(wrong, to),
    ...grantOf(
      `${rights} ON TABLE`,
      wrong.filter(({ sequence }) => !sequence),
      to,
    ),
    ...grantOf(
      "USAGE, SELECT ON SEQUENCE",
      wrong.filter(({ sequence }) => sequence),
      to,
    ),
  ];
}

/** For each schema that the role may not use. `to` is quoted. */
export function schemaGrants(
  closed: readonly Pick<Relation, "schema" | "reached">[],
  to: string,
): readonly string[] {
  const schemas = new Set(closed.filter(({ reached }) => !reached).map(({ schema }) => schema));
  return [...schemas].map((schema) => `GRANT USAGE ON SCHEMA ${quoted(schema)} TO ${to};`);
}

const grantOf = (what: string, which: readonly Relation[], to: string): readonly string[] =>
  which.length === 0
    ? []
    : [`GRANT ${what} ${which.slice(0, MOST_NAMES).map(identified).join(", ")}${more(which)} TO ${to};`];

const MOST_NAMES = 10;

export const typed = (grants: readonly string[]): string =>
  `Type as the owner or an administrator: ${grants.join(" ")}`;

const more = (which: readonly unknown[]): string =>
  which.length > MOST_NAMES ? ` /* and ${which.length - MOST_NAMES} more */` : "";

function names(relations: readonly Relation[]): string {
  const shown = relations.slice(0, 3).map(({ schema, name }) => `${schema}.${name}`);
  const rest = relations.length - shown.length;
  return rest > 0 ? `${shown.join(", ")} and ${rest} more` : shown.join(", ");
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;
