/**
 * Databases that take connections with TLS alone: Render's at their external hosts (render.com/docs/postgresql-creating-connecting,
 * read 2026-12-01), and Neon's (neon.com/docs/connect/connect-securely, as known).
 */
const WITH_TLS = /^[\w-]+\.[\w-]+-postgres\.render\.com\.?$|^ep-[\w-]+(?:\.[\w-]+)+\.neon\.tech\.?$/i;

/** Drivers that use no TLS unless URL or code says so (node-postgres.com/features/ssl; porsager/postgres: README, read 2026-12-01). */
const PLAIN: readonly string[] = ["node-postgres", "postgres-js"];

/** Whether a host asks for TLS that its driver does not use by itself. */
export function lacksTls(
  host: string,
  parameters: Readonly<Record<string, string>>,
  driver: string | undefined,
): boolean {
  return (
    WITH_TLS.test(host) &&
    driver !== undefined &&
    PLAIN.includes(driver) &&
    !Object.keys(parameters).some((name) => /^ssl/i.test(name))
  );
}
