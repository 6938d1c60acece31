import { endpointForm } from "../../databases";

/**
 * A database's address as tables show it, with the word for the way to it: `direct`, `session`, `transaction` or
 * `dedicated` at Supabase. Elsewhere a port alone does not say that there is a pooler.
 */
export function endpointWords(host: string, port: number, mode: string | undefined): string {
  const way = endpointForm(host, port)?.form ?? (mode === "transaction" ? mode : undefined);
  return way === undefined ? `${host}:${port}` : `${host}:${port} (${way})`;
}
