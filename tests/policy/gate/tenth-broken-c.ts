import { MALFORMED, brokenBy as named, PLACEHOLDER, withPassword } from "./batch";
import type { SealedCase } from "./sealed";
import { POOL, REF } from "./written";

/** The broken half of the tenth batch, third part: placeholders. */
export const TENTH_BROKEN_C: readonly SealedCase[] = [
  // French for "your password": no server has it.
  named(PLACEHOLDER, { DATABASE_URL: withPassword("VOTRE_MOT_DE_PASSE") }),
  // Portuguese for "replace by the real password", in the part that holds it.
  named(PLACEHOLDER, {
    DB_HOST: POOL,
    DB_PORT: "5432",
    DB_USER: `app.${REF}`,
    DB_PASSWORD: "SUBSTITUA_PELA_SENHA_REAL",
  }),
  // German for "enter the password here".
  named(PLACEHOLDER, { DATABASE_URL: withPassword("hier-passwort-eintragen") }),
  // Russian for "your password".
  named(PLACEHOLDER, { DATABASE_URL: withPassword("ВАШ_ПАРОЛЬ") }),
  // Chinese for "database password".
  named(PLACEHOLDER, { DATABASE_URL: withPassword("数据库密码") }),
  // Render expands nothing in a variable's value: the driver gets the dollar sign and the braces.
  named(`${PLACEHOLDER}|${MALFORMED}`, {
    DATABASE_URL: `postgresql://app.${REF}:${"$"}{DB_PASSWORD}@${POOL}:5432/postgres`,
  }),
  // Another platform's reference, which is not resolved here.
  named(`${PLACEHOLDER}|${MALFORMED}`, { DATABASE_URL: `${"$"}{{Postgres.DATABASE_URL}}` }),
  // A password manager's reference, and nothing in the start command that resolves it.
  named(`${PLACEHOLDER}|${MALFORMED}`, { DATABASE_URL: "op://Production/acme-db/url" }),
  // The address in Sentry's documentation: no event ever arrives.
  named(PLACEHOLDER, { SENTRY_DSN: "https://examplePublicKey@o0.ingest.sentry.io/0" }),
  // The key in Amazon's documentation, which no account has.
  named(PLACEHOLDER, { AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE" }),
  // An instruction in angle brackets signs every token with a text that the public knows.
  named(PLACEHOLDER, { JWT_SECRET: "<run: openssl rand -hex 32>" }),
  // A placeholder that comes by a linked group fails as one of the service's own.
  { rule: PLACEHOLDER, group: { SENDGRID_API_KEY: "SG.your-key-here" } },
  // Three dots in place of a private key: the client library cannot read it.
  {
    rule: PLACEHOLDER,
    secretFiles: {
      "service-account.json":
        '{"type":"service_account","private_key":"-----BEGIN PRIVATE KEY-----\\n...\\n-----END PRIVATE KEY-----\\n"}',
    },
  },
  // The project of Supabase's own examples.
  named(`${PLACEHOLDER}|database/project-reference`, {
    NEXT_PUBLIC_SUPABASE_URL: "https://xyzcompany.supabase.co",
  }),
];
