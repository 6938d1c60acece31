import type { Address } from "./address";
import type { ConnectionUrl } from "./parse";

/**
 * Writes a connection URL that every driver reads alike: all but unreserved characters are percent-encoded,
 * also those that `encodeURIComponent` leaves (`!'()*`).
 */
export function formatConnectionUrl(url: ConnectionUrl): string {
  const password = url.password === undefined ? "" : `:${encodePart(url.password)}`;
  const user = url.user === "" && password === "" ? "" : `${encodePart(url.user)}${password}@`;
  const hosts = [url, ...(url.furtherHosts ?? [])].map(formatAddress).join(",");
  const query = Object.entries(url.parameters).map(
    ([key, value]) => `${encodePart(key)}=${encodePart(value)}`,
  );
  return `${url.scheme}://${user}${hosts}/${encodePart(url.database)}${query.length > 0 ? `?${query.join("&")}` : ""}`;
}

function formatAddress({ host, port }: Address): string {
  const written = host.includes(":") ? `[${host}]` : encodePart(host);
  return port === undefined ? written : `${written}:${port}`;
}

/** Percent-encodes all but RFC 3986's unreserved characters. */
export function encodePart(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
