import { type Administrator, literal, named } from "./administrator";

interface Setting {
  /** Empty where it holds in every database. */
  readonly database: string;
  readonly name: string;
  readonly value: string;
}

const SETTINGS = `
SELECT coalesce(d.datname, '') AS database, split_part(each, '=', 1) AS name,
  substr(each, strpos(each, '=') + 1) AS value
FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = s.setrole LEFT JOIN pg_database d ON d.oid = s.setdatabase,
  unnest(s.setconfig) each
WHERE r.rolname = $1 AND each NOT LIKE 'role=%'`;

/** Without a limit it is -1. */
const LIMIT = "SELECT rolconnlimit AS most FROM pg_roles WHERE rolname = $1 AND rolconnlimit >= 0";

/** Settings whose value is a list of names, each in quotes where it needs them (PostgreSQL: GUC_LIST_QUOTE). */
const LISTS = new Set([
  "local_preload_libraries",
  "search_path",
  "session_preload_libraries",
  "temp_tablespaces",
]);

const NAMES = /"((?:[^"]|"")*)"|[^",\s]+/g;

const listOf = (value: string): string => {
  const names = [...value.matchAll(NAMES)].map(
    ([whole, inQuotes]) => inQuotes?.replaceAll('""', '"') ?? whole,
  );
  return names.length === 0 ? "''" : names.map(literal).join(", ");
};

/**
 * Gives a new login what was set for another one (`ALTER ROLE … SET search_path`, `CONNECTION LIMIT`): the settings of the
 * role that a login acts as are not read. What a superuser alone may set stays behind.
 */
export async function takeSettings(administrator: Administrator, from: string, login: string): Promise<void> {
  for (const { database, name, value } of await administrator.ask<Setting>(SETTINGS, [from])) {
    const where = database === "" ? "" : ` IN DATABASE ${named(database)}`;
    const setting = name.split(".").map(named).join(".");
    const to = LISTS.has(name) ? listOf(value) : literal(value);
    await administrator.attempt(`ALTER ROLE ${named(login)}${where} SET ${setting} = ${to}`);
  }
  const [limited] = await administrator.ask<{ readonly most: number }>(LIMIT, [from]);
  if (limited !== undefined)
    await administrator.attempt(`ALTER ROLE ${named(login)} CONNECTION LIMIT ${limited.most}`);
}
