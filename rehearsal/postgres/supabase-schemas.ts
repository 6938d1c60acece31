/** A claim of the request's token, as Supabase's API sets it; null outside of a request. */
const claim = (name: string): string =>
  `coalesce(nullif(current_setting('request.jwt.claim.${name}', true), ''), ` +
  `nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> '${name}')`;

const sqlFunction = (signature: string, returns: string, body: string): string =>
  `CREATE FUNCTION ${signature} RETURNS ${returns} LANGUAGE sql STABLE AS $$ select ${body} $$`;

const USERS = [
  "instance_id uuid, id uuid PRIMARY KEY, aud varchar(255), role varchar(255), email varchar(255) UNIQUE",
  "encrypted_password varchar(255), email_confirmed_at timestamptz, invited_at timestamptz",
  "confirmation_token varchar(255), confirmation_sent_at timestamptz, recovery_token varchar(255)",
  "recovery_sent_at timestamptz, email_change varchar(255), email_change_token_new varchar(255)",
  "email_change_token_current varchar(255) DEFAULT '', email_change_sent_at timestamptz, last_sign_in_at timestamptz",
  "raw_app_meta_data jsonb, raw_user_meta_data jsonb, is_super_admin boolean, created_at timestamptz",
  "updated_at timestamptz, phone text UNIQUE, phone_confirmed_at timestamptz, confirmed_at timestamptz",
  "banned_until timestamptz, is_sso_user boolean NOT NULL DEFAULT false, deleted_at timestamptz",
  "is_anonymous boolean NOT NULL DEFAULT false",
];

const IDENTITIES = [
  "id uuid PRIMARY KEY DEFAULT gen_random_uuid(), provider_id text NOT NULL, provider text NOT NULL",
  "user_id uuid NOT NULL REFERENCES auth.users (id) ON DELETE CASCADE, identity_data jsonb NOT NULL",
  "last_sign_in_at timestamptz, created_at timestamptz, updated_at timestamptz, email text",
  "UNIQUE (provider_id, provider)",
];

const BUCKETS = [
  "id text PRIMARY KEY, name text NOT NULL UNIQUE, owner uuid, owner_id text, public boolean DEFAULT false",
  "avif_autodetection boolean DEFAULT false, file_size_limit bigint, allowed_mime_types text[]",
  "created_at timestamptz DEFAULT now(), updated_at timestamptz DEFAULT now()",
];

const OBJECTS = [
  "id uuid PRIMARY KEY DEFAULT gen_random_uuid(), bucket_id text REFERENCES storage.buckets (id), name text",
  "owner uuid, owner_id text, created_at timestamptz DEFAULT now(), updated_at timestamptz DEFAULT now()",
  "last_accessed_at timestamptz DEFAULT now(), metadata jsonb, user_metadata jsonb, version text",
  "path_tokens text[] GENERATED ALWAYS AS (string_to_array(name, '/')) STORED",
];

const API_ROLES = "anon, authenticated, service_role";

/**
 * What migrations of a Supabase project refer to and do not make: schemas of Supabase's own services with the tables,
 * columns and functions that its documentation names, and the extensions that each new project has.
 *
 * @see https://supabase.com/docs/guides/database/postgres/row-level-security
 * @see https://supabase.com/docs/guides/storage/schema/helper-functions
 * @see https://supabase.com/docs/guides/database/extensions, all read in November 2026
 */
export function schemasOfSupabase(owner: string): readonly string[] {
  const table = (name: string, admin: string, columns: readonly string[]): string[] => [
    `CREATE TABLE ${name} (${columns.join(", ")})`,
    `ALTER TABLE ${name} OWNER TO ${admin}`,
    `ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY`,
    `GRANT ALL ON ${name} TO ${owner}`,
  ];
  return [
    "CREATE SCHEMA auth AUTHORIZATION supabase_auth_admin",
    "CREATE SCHEMA storage AUTHORIZATION supabase_storage_admin",
    "CREATE SCHEMA extensions",
    "CREATE SCHEMA realtime",
    "CREATE SCHEMA graphql_public",
    ...table("auth.users", "supabase_auth_admin", USERS),
    ...table("auth.identities", "supabase_auth_admin", IDENTITIES),
    ...table("storage.buckets", "supabase_storage_admin", BUCKETS),
    ...table("storage.objects", "supabase_storage_admin", OBJECTS),
    // Its services take no part in row level security; the owner may, as at Supabase, write policies of objects.
    `GRANT supabase_storage_admin TO ${owner}`,
    sqlFunction("auth.uid()", "uuid", `(${claim("sub")})::uuid`),
    sqlFunction("auth.role()", "text", claim("role")),
    sqlFunction("auth.email()", "text", claim("email")),
    sqlFunction("auth.jwt()", "jsonb", "nullif(current_setting('request.jwt.claims', true), '')::jsonb"),
    sqlFunction(
      "storage.filename(name text)",
      "text",
      "(string_to_array(name, '/'))[cardinality(string_to_array(name, '/'))]",
    ),
    sqlFunction(
      "storage.foldername(name text)",
      "text[]",
      "(string_to_array(name, '/'))[1 : cardinality(string_to_array(name, '/')) - 1]",
    ),
    sqlFunction(
      "storage.extension(name text)",
      "text",
      "reverse(split_part(reverse(storage.filename(name)), '.', 1))",
    ),
    'CREATE EXTENSION "uuid-ossp" WITH SCHEMA extensions',
    "CREATE EXTENSION pgcrypto WITH SCHEMA extensions",
    "CREATE PUBLICATION supabase_realtime",
    `ALTER PUBLICATION supabase_realtime OWNER TO ${owner}`,
    ...["auth", "storage", "extensions", "realtime"].map(
      (schema) => `GRANT USAGE ON SCHEMA ${schema} TO ${owner}, ${API_ROLES}`,
    ),
    `GRANT ALL ON SCHEMA extensions TO ${owner} WITH GRANT OPTION`,
    `GRANT ALL ON ALL TABLES IN SCHEMA storage TO ${API_ROLES}`,
    `GRANT ALL ON ALL TABLES IN SCHEMA auth TO ${owner} WITH GRANT OPTION`,
  ];
}
