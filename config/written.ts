/** What a stack file holds before it is checked. */
export type Raw = Readonly<Record<string, unknown>>;

export const record = (value: unknown): Raw =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Raw) : {};

/** A service as written, with the path of its keys. */
export interface Written {
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
