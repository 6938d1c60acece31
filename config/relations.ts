import type { ServiceType } from "../domain/service-type";
import { databaseProblems, rehearsalProblems, sameRoles, unusedDatabases } from "./database-relations";
import { type Raw, record, type Written, writtenDatabases, writtenServices } from "./written";

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
    ...sameRoles(values),
    ...rehearsalProblems(values, names),
    ...unusedDatabases(
      services,
      names,
      values.databases === undefined ? () => "database" : (name) => `databases.${name}`,
    ),
    ...services.flatMap((each) => [...sourceProblems(each), ...databaseProblems(each, names, values)]),
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
