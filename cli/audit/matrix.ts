import type { MatrixRow } from "../../audit";
import { endpointWords } from "../stacks/endpoint-words";
import { cellOf } from "../table-cell";

/** The heads of the matrix, in the order of its cells. */
export const MATRIX_HEAD = ["service", "environment", "ports", "database", "driver"] as const;

/** Shown in place of an environment where no file names a deployed one. */
export const EVERY_ENVIRONMENT = "(not named)";

/** One row's cells; a cell of several lines holds one place a line. */
export function matrixCells({
  service,
  environment,
  ports,
  databases,
  drivers,
}: MatrixRow): readonly string[] {
  const settings = (of: Readonly<Record<string, string>>): string =>
    Object.entries(of)
      .map(([key, value]) => ` ${key}=${value}`)
      .join("");
  return [
    service,
    environment ?? EVERY_ENVIRONMENT,
    cellOf(ports.map(({ what, port, file }) => `${port}  ${what}, ${file}`)),
    cellOf(databases.map(({ endpoint, mode }) => wordsOf(endpoint, mode))),
    cellOf(drivers.map((driver) => `${driver.name}${settings(driver.settings)}`)),
  ];
}

/** @param endpoint host and port, where it has one */
function wordsOf(endpoint: string, mode: string): string {
  const [, host, port] = /^(.+):(\d+)$/.exec(endpoint) ?? [];
  return host === undefined ? `${endpoint} (${mode})` : endpointWords(host, Number(port), mode);
}

/**
 * Rows that say something: a worker too, which opens no port. A folder of which only variables are known is no service
 * beside those that run, unless a database is among them.
 */
export function nonEmptyRows(rows: readonly MatrixRow[]): readonly MatrixRow[] {
  const running = new Set(rows.flatMap(({ service, runs }) => (runs === true ? [service] : [])));
  return rows.filter(({ service, ports, databases, drivers, runs }) => {
    const connects = databases.length + drivers.length > 0;
    if (ports.length === 0 && !connects) return runs === true;
    return connects || running.size === 0 || running.has(service);
  });
}
