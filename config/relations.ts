import { nearest } from "../domain";
import type { ServiceType } from "../domain/service-type";

/** What a stack file holds before it is checked. */
export type Raw = Readonly<Record<string, unknown>>;

const record = (value: unknown): Raw =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Raw) : {};

/** A service as written, with the path of its keys. */
interface Written {
  readonly at: string;
  readonly key: string | undefined;
  readonly service: Raw;
}

export function writtenServices(values: Raw): readonly Written[] {
  const one =
    values.service === undefined ? [] : [{ at: "service", key: undefined, service: record(values.service) }];
  const several = Object.entries(record(values.services)).map(([key, service]) => ({
    at: `services.${key}`,
    key,
    service: record(service),
  }));
  return [...one, ...several];
}

/** The names of the stack's databases, `main` for the short form. */
export function writtenDatabases(values: Raw, secretsSet: readonly string[]): readonly string[] {
  if (values.databases !== undefined) return Object.keys(record(values.databases));
  return values.database !== undefined || secretsSet.includes("databaseUrl") ? ["main"] : [];
}

/**
 * What keys say together, one line for each contradiction. They are judged as written: a wrong value elsewhere hides
 * none of them.
 */
export function relationProblems(values: Raw, secretsSet: readonly string[]): readonly string[] {
  const services = writtenServices(values);
  const names = writtenDatabases(values, secretsSet);
  return [
    ...formProblems(values, secretsSet),
    ...sameNames(services),
    ...placeProblems(values, secretsSet),
    ...unusedDatabases(
      services,
      names,
      values.databases === undefined ? () => "database" : (name) => `databases.${name}`,
    ),
    ...services.flatMap((each) => [
      ...sourceProblems(each),
      ...databaseProblems(each, names, services.length === 1 && each.key === undefined),
    ]),
  ].map((problem) => `portcullis:${problem}`);
}

function formProblems(values: Raw, secretsSet: readonly string[]): string[] {
  const has = (key: string) => values[key] !== undefined || secretsSet.includes(key);
  const problems: string[] = [];
  if (has("service") && has("services")) {
    problems.push("services: expected `service` for one service or `services` for several, got both.");
  }
  if (!has("service") && !has("services"))
    problems.push("service: expected a service, or `services`, got none.");
  if (has("services") && Object.keys(record(values.services)).length === 0) {
    problems.push("services: expected at least one service by a key of its own, such as `api: …`, got none.");
  }
  if (has("services") && has("verify")) {
    problems.push("verify: expected `verify` inside each of `services`; this one is the short form's.");
  }
  if (record(values.service).verify !== undefined && has("verify")) {
    problems.push("service.verify: expected `portcullis:verify` or `verify` inside the service, got both.");
  }
  const short = ["database", ...Object.keys(SHORT_SECRETS)].filter(has);
  if (has("databases") && short.length > 0) {
    const [first = ""] = short;
    const instead = SHORT_SECRETS[first] ?? "databases.NAME";
    problems.push(`${first}: expected \`${instead}\` beside \`databases\`, got the key for one database.`);
  }
  return problems;
}

/** Where the secrets of one database are among several. */
const SHORT_SECRETS: Readonly<Record<string, string>> = {
  databaseUrl: "databases.NAME.url",
  databasePassword: "databases.NAME.password",
  databaseAdminPassword: "databases.NAME.adminPassword",
};

function sameNames(services: readonly Written[]): string[] {
  const first = new Map<string, string>();
  return services.flatMap(({ at, key, service }) => {
    const name = String(service.name ?? key);
    const other = first.get(name);
    first.set(name, other ?? at);
    return other === undefined
      ? []
      : [`${at}.name: expected a name that Render has once, got \`${name}\`, which is \`${other}\`'s too.`];
  });
}

/** A database that no service asks for is most often a forgotten `driver`. */
function unusedDatabases(
  services: readonly Written[],
  names: readonly string[],
  keyOf: (name: string) => string,
): string[] {
  const several = services.filter(({ key, service }) => key !== undefined && service.type !== "static");
  if (several.length === 0) return [];
  const asking = several.filter(({ service }) => service.driver !== undefined);
  const used = new Set(asking.map(({ service }) => service.database ?? names[0]));
  return names
    .filter((name) => !used.has(name))
    .map((name) => `${keyOf(name)}: expected a service that uses it, by its \`driver\`, got none.`);
}

/** Where each database is. */
function placeProblems(values: Raw, secretsSet: readonly string[]): string[] {
  const several = Object.entries(record(values.databases)).map(
    ([name, written]) => [`databases.${name}`, record(written)] as const,
  );
  const one = values.database === undefined ? [] : [["database", record(values.database)] as const];
  return [...one, ...several]
    .filter(([at, { supabase, host, url }]) => {
      const typed = at === "database" ? secretsSet.includes("databaseUrl") : url !== undefined;
      return !typed && (supabase ?? host) === undefined;
    })
    .map(([at]) => {
      const typed = at === "database" ? "the secret `portcullis:databaseUrl`" : `the secret \`${at}.url\``;
      return `${at}: expected \`supabase\`, \`host\` or ${typed}, got none.`;
    });
}

/** Where the code comes from, and what runs it. */
function sourceProblems({ at, service }: Written): string[] {
  const type = (service.type ?? "web") as ServiceType;
  const { runtime, image, repository, start } = service;
  const missing = (key: string, why = "") => `${at}.${key}: expected a value, got none.${why}`;
  if (runtime === "image" && type !== "static") {
    return [
      ...(image === undefined ? [missing("image", " Write the image that `runtime: image` runs.")] : []),
      ...(repository === undefined ? [] : [`${at}.repository: expected none with \`runtime: image\`.`]),
    ];
  }
  return [
    ...(repository === undefined ? [missing("repository")] : []),
    ...(image === undefined || type === "static"
      ? []
      : [`${at}.image: expected \`runtime: image\` with it.`]),
    ...(start === undefined && runtime !== "docker" && type !== "static" ? [missing("start")] : []),
    ...(runtime === "docker" || type === "static"
      ? []
      : (["dockerfile", "dockerContext"] as const)
          .filter((key) => service[key] !== undefined)
          .map((key) => `${at}.${key}: expected \`runtime: docker\` with it.`)),
  ];
}

function databaseProblems({ at, service }: Written, names: readonly string[], single: boolean): string[] {
  const { type, driver, database } = service;
  if (type === "static") return [];
  const list = names.length === 0 ? "" : ` Databases here: ${names.join(", ")}.`;
  if (driver === undefined) {
    if (database !== undefined)
      return [`${at}.driver: expected the driver that reaches \`database\`, got none.`];
    // One service alone beside a database: that it uses it is not in doubt.
    return single && names.length > 0 ? [`${at}.driver: expected a value, got none.`] : [];
  }
  if (database !== undefined && !names.includes(String(database))) {
    const right = nearest(String(database), names);
    const advice = right === undefined ? list : ` Did you mean \`${right}\`?`;
    return [`${at}.database: expected one of \`databases\`, got \`${String(database)}\`.${advice}`];
  }
  if (database === undefined && names.length > 1) {
    return [`${at}.database: expected the database that \`driver\` reaches, got none.${list}`];
  }
  if (names.length === 0) return [`database: expected a value, got none: \`${at}.driver\` is there.`];
  return [];
}
