import { makeCertificate } from "./certificate";
import { type Postgres, type PostgresOptions, startPostgres } from "./postgres";

/**
 * Starts a PostgreSQL that speaks TLS with a client that asks for it, as a hosted server does, by a certificate of an
 * authority that no client knows.
 */
export async function startHostedPostgres(options: PostgresOptions = {}): Promise<Postgres> {
  return startPostgres({ ...options, certificate: await makeCertificate(["localhost"]) });
}
