import { type Certificate, makeCertificate } from "./certificate";
import { type Postgres, type PostgresOptions, startPostgres } from "./postgres";

/** One for all servers of this process: to make one takes a sixth of a second. */
let certificate: Promise<Certificate> | undefined;

/**
 * Starts a PostgreSQL that speaks TLS with a client that asks for it, as a hosted server does, by a certificate of an
 * authority that no client knows.
 */
export async function startHostedPostgres(options: PostgresOptions = {}): Promise<Postgres> {
  certificate ??= makeCertificate(["localhost"]);
  return startPostgres({ ...options, certificate: await certificate });
}
