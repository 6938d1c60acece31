/** A service as a stack file writes it; every value may be missing or of another kind. */
export interface WrittenService {
  readonly name?: unknown;
  readonly repository?: unknown;
  readonly rootDirectory?: unknown;
  readonly port?: unknown;
  readonly runtime?: unknown;
  readonly driver?: unknown;
  readonly database?: unknown;
  readonly databases?: unknown;
  readonly environment?: unknown;
  readonly verify?: unknown;
}

/** The key of the short form for one. */
export const ONLY = "";

/** Every service that a stack's configuration declares, by its key: the short form for one, and the mapping of several. */
export function writtenByKey(
  config: Readonly<Record<string, unknown>>,
): readonly (readonly [key: string, service: WrittenService])[] {
  const several = config["portcullis:services"];
  const written = [
    [ONLY, config["portcullis:service"]] as const,
    ...Object.entries(isMapping(several) ? several : {}),
  ];
  return written.flatMap(([key, service]) => (isMapping(service) ? [[key, service] as const] : []));
}

/** The same without their keys. */
export const writtenServices = (config: Readonly<Record<string, unknown>>): readonly WrittenService[] =>
  writtenByKey(config).map(([, service]) => service);

/** The service of a key, and whether it is one of several; of the short form the only one, whatever the key. */
export function writtenService(
  config: Readonly<Record<string, unknown>>,
  key: string,
): { readonly several: boolean; readonly service: WrittenService | undefined } {
  const services = config["portcullis:services"];
  const several = isMapping(services) && Object.hasOwn(services, key);
  const found = several ? services[key] : config["portcullis:service"];
  return { several, service: isMapping(found) ? found : undefined };
}

export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
