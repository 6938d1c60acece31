/** A URL by which a health check asks the service on its own machine, with its port and its path. */
const OWN_URL = /https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]):(\d{1,5})\b(\/[\w./-]*)?/;

/**
 * Where servers answer about themselves, on a port beside the one for requests: Caddy's and FrankenPHP's admin endpoint
 * (caddyserver.com/docs/api), Envoy's (envoyproxy.io: admin), and HAProxy's statistics.
 */
const OF_ADMINISTRATORS: readonly number[] = [2019, 9901, 8404];

/** Spring Boot and Quarkus may have these on a port of their own: management.server.port, quarkus.management.port. */
const OF_MANAGEMENT = /^\/(?:actuator|manage|q)(?:\/|$)/;
/** The ports on which these frameworks serve both. */
const OF_SERVICES: readonly number[] = [8080];

/** The port that a health check's command asks on its own machine; undefined where it names none of the service's. */
export function ownUrlPort(command: string): number | undefined {
  const [, text, asked = ""] = OWN_URL.exec(command) ?? [];
  if (text === undefined) return undefined;
  const port = Number(text);
  if (OF_ADMINISTRATORS.includes(port)) return undefined;
  return OF_MANAGEMENT.test(asked) && !OF_SERVICES.includes(port) ? undefined : port;
}
