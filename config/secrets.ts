import { nearest } from "../domain";
import { SECRET_KEYS, stackSchema } from "./schema";
import { type Raw, writtenDatabases, writtenServices } from "./written";

/** One line for each secret that nothing asks for, and for each that is missing, with what to type. */
export function secretProblems(stack: string, values: Raw, set: readonly string[]): readonly string[] {
  const unknown = set
    .filter((key) => !Object.hasOwn(SECRET_KEYS, key))
    .map((key) => {
      const right = nearest(key, [...Object.keys(SECRET_KEYS), ...Object.keys(stackSchema.shape)]);
      return `portcullis:${key}: unknown secret.${right === undefined ? "" : ` Did you mean \`${right}\`?`}`;
    });
  const missing =
    values.databases === undefined ? missingOfOne(stack, values, set) : missingOfSeveral(stack, values);
  return [...unknown, ...missing, ...unsetVariables(stack, values)];
}

/** One line for each secret that the file holds in plain text, with what to type; never what it is. */
export function plainProblems(stack: string, plain: readonly string[]): readonly string[] {
  return plain.map((key) => {
    const place = key.includes(".") ? `--path 'portcullis:${key}'` : `portcullis:${key}`;
    return `portcullis:${key}: expected a secret, got one in plain text, which everyone who has the file can read. Type \`pulumi config set -s ${stack} --secret ${place}\` with another one: this one is to be changed where it counts.`;
  });
}

/** The places of the secrets of several databases that are written, whether in plain text or not. */
export function databaseSecretPlaces(values: Raw): readonly string[] {
  return Object.entries((values.databases ?? {}) as Raw).flatMap(([name, database]) =>
    Object.values(NESTED)
      .filter((key) => typeof ((database ?? {}) as Raw)[key] === "string")
      .map((key) => `databases.${name}.${key}`),
  );
}

/** The variables that `secrets` names and that are not set. */
function unsetVariables(stack: string, values: Raw): readonly string[] {
  const shared = Object.keys((values.environment ?? {}) as Raw);
  const lists = [
    { at: "environment", names: values.secrets, set: shared },
    ...writtenServices(values).map(({ at, service }) => ({
      at: `${at}.environment`,
      names: service.secrets,
      set: [...shared, ...Object.keys((service.environment ?? {}) as Raw)],
    })),
  ];
  return lists.flatMap(({ at, names, set }) =>
    (Array.isArray(names) ? names.map(String) : [])
      .filter((name) => !set.includes(name))
      .map((name) => {
        const path = `portcullis:${at}.${name}`;
        return `${path}: expected a secret, got none. Type \`pulumi config set -s ${stack} --secret --path '${path}'\`.`;
      }),
  );
}

interface Given {
  readonly typed: boolean;
  readonly manages: boolean;
}

/** A typed URL has its password; a role that is made needs its administrator. */
function needed({ typed, manages }: Given): readonly (keyof typeof SECRET_KEYS)[] {
  if (typed) return [];
  return manages ? ["databasePassword", "databaseAdminPassword"] : ["databasePassword"];
}

function missingOfOne(stack: string, values: Raw, set: readonly string[]): string[] {
  const used = writtenServices(values).some(
    ({ service }) => service.driver !== undefined && service.databases === undefined,
  );
  if (writtenDatabases(values, set).length === 0 && !used) return [];
  const { manageRole } = (values.database ?? {}) as Raw;
  return needed({ typed: set.includes("databaseUrl"), manages: manageRole !== false })
    .filter((key) => !set.includes(key))
    .map(
      (key) =>
        `portcullis:${key}: expected ${SECRET_KEYS[key]}, got none. Type \`pulumi config set -s ${stack} --secret portcullis:${key}\`.`,
    );
}

/** The same secrets beside the database that they are for. */
const NESTED = {
  databaseUrl: "url",
  databasePassword: "password",
  databaseAdminPassword: "adminPassword",
} as const satisfies Record<keyof typeof SECRET_KEYS, string>;

function missingOfSeveral(stack: string, values: Raw): string[] {
  return Object.entries((values.databases ?? {}) as Raw).flatMap(([name, database]) => {
    const declared = (database ?? {}) as Raw;
    return needed({ typed: declared.url !== undefined, manages: declared.manageRole !== false })
      .filter((key) => declared[NESTED[key]] === undefined)
      .map((key) => {
        const path = `portcullis:databases.${name}.${NESTED[key]}`;
        return `${path}: expected ${SECRET_KEYS[key]}, got none. Type \`pulumi config set -s ${stack} --secret --path '${path}'\`.`;
      });
  });
}
