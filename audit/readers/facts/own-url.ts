/** A URL by which a health check asks the service on its own machine, with its port. */
const OWN_URL = /https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]):(\d{1,5})\b/;

/** The port that a health check's command asks on its own machine; undefined where it names none. */
export function ownUrlPort(command: string): number | undefined {
  const port = OWN_URL.exec(command)?.[1];
  return port === undefined ? undefined : Number(port);
}
