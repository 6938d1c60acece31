/** A service as a stack file writes it; every value may be missing or of another kind. */
export interface WrittenService {
  readonly name?: unknown;
  readonly repository?: unknown;
  readonly port?: unknown;
  readonly runtime?: unknown;
  readonly driver?: unknown;
  readonly environment?: unknown;
  readonly verify?: unknown;
}

/** Every service that a stack's configuration declares, the short form for one and the mapping of several alike. */
export function writtenServices(config: Readonly<Record<string, unknown>>): readonly WrittenService[] {
  const several = config["portcullis:services"];
  const written = [config["portcullis:service"], ...Object.values(isMapping(several) ? several : {})];
  return written.filter(isMapping);
}

export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
