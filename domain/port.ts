declare const portBrand: unique symbol;

/** A TCP port, 1 to 65535. */
export type Port = number & { readonly [portBrand]: true };

/** The port a service listens on unless its organisation says otherwise. */
export const STANDARD_PORT = 8000 as Port;

/** The port that `value` writes, or undefined where it writes none. No sign, blank or fraction is read over. */
export function parsePort(value: unknown): Port | undefined {
  const text = typeof value === "number" ? String(value) : value;
  if (typeof text !== "string" || !/^[0-9]{1,5}$/.test(text)) return undefined;
  const port = Number(text);
  return port >= 1 && port <= 65_535 ? (port as Port) : undefined;
}
