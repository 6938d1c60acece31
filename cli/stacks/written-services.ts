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

/** Every service that a stack's configuration declares, the short form for one and the mapping of several alike. */
export function writtenServices(config: Readonly<Record<string, unknown>>): readonly WrittenService[] {
  const several = config["portcullis:services"];
  const written = [config["portcullis:service"], ...Object.values(isMapping(several) ? several : {})];
  return written.filter(isMapping);
}

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
