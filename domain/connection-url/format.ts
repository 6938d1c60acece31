import type { ConnectionUrl } from "./parse";

/**
 * Writes a connection URL that every driver reads alike: all but unreserved characters are percent-encoded,
 * also those that `encodeURIComponent` leaves (`!'()*`).
 */
export function formatConnectionUrl(url: ConnectionUrl): string {
  const password = url.password === undefined ? "" : `:${encode(url.password)}`;
  const user = url.user === "" && password === "" ? "" : `${encode(url.user)}${password}@`;
  const host = url.host.includes(":") ? `[${url.host}]` : encode(url.host);
  const port = url.port === undefined ? "" : `:${url.port}`;
  const query = Object.entries(url.parameters).map(([key, value]) => `${encode(key)}=${encode(value)}`);
  return `${url.scheme}://${user}${host}${port}/${encode(url.database)}${query.length > 0 ? `?${query.join("&")}` : ""}`;
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
