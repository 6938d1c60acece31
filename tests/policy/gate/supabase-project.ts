/** A project of Supabase that a batch invented, behind a shared pooler. */
interface Project {
  readonly ref: string;
  readonly pool: string;
  /** The role before the project's reference. */
  readonly role: string;
  readonly password: string;
}

/** The ways into a project, as a batch writes them into variables. */
export function supabaseProject({ ref, pool, role, password }: Project) {
  const USER = `${role}.${ref}`;
  const url = (user: string, rest: string, scheme = "postgresql") =>
    `${scheme}://${user}:${password}@${rest}`;
  /** By the pooler, with the port and what follows it. */
  const pooled = (rest: string, scheme = "postgresql") => url(USER, `${pool}:${rest}`, scheme);
  return { DIRECT: `db.${ref}.supabase.co`, USER, url, pooled, SESSION: pooled("5432/postgres") };
}

/** What a key of Supabase's older form says; times are in seconds. */
interface Claims {
  readonly ref: string;
  readonly role: string;
  readonly iat: number;
  readonly exp: number;
}

/** Such a key, with a signature that signs nothing. */
export function unsignedKey({ ref, role, iat, exp }: Claims, signature: string): string {
  const part = (of: object) => Buffer.from(JSON.stringify(of)).toString("base64url");
  return [part({ alg: "HS256", typ: "JWT" }), part({ iss: "supabase", ref, role, iat, exp }), signature].join(
    ".",
  );
}
