import type { SealedCase } from "./sealed";
import { GUNICORN } from "./sixteenth-written";
import { POOL, REF } from "./written";

const python = { runtime: "python", driver: "none" } as const;
const node = { runtime: "node", driver: "none" } as const;
const ruby = { runtime: "ruby", driver: "none" } as const;
const elixir = { runtime: "elixir", driver: "none" } as const;

/**
 * Broken values of the sixteenth batch: each has to be rejected by its rule. The comment says what happens, and after
 * the dash what decides it. "Also right" names another rule that may reject the case instead.
 */
export const REJECTED_VALUES_OF_SIXTEENTH: readonly SealedCase[] = [
  // --- Texts of a page of documentation --------------------------------------------------------------------------------

  // Anyone signs sessions with this key. - Django's page on its settings (SECRET_KEY).
  { ...python, rule: "environment/placeholder", command: GUNICORN, variables: { SECRET_KEY: "changeme" } },
  // The API refuses this key. - Supabase's page on API keys.
  {
    ...node,
    rule: "environment/placeholder",
    command: "node dist/main.js",
    variables: { SUPABASE_URL: `https://${REF}.supabase.co`, SUPABASE_ANON_KEY: "your-anon-key" },
  },
  // The API refuses this key. - Stripe's page on API keys.
  {
    ...node,
    rule: "environment/placeholder",
    command: "node dist/main.js",
    variables: { STRIPE_SECRET_KEY: "sk_live_xxxxxxxxxxxxxxxx" },
  },
  // The text says how to make a key. - Phoenix's guide on deployment.
  {
    ...elixir,
    rule: "environment/placeholder",
    command: "_build/prod/rel/harbor/bin/harbor start",
    variables: { PHX_SERVER: "true", SECRET_KEY_BASE: "<output of mix phx.gen.secret>" },
  },
  // The project's reference is not filled in. - Supabase's page on connections. Also right: database/project-reference,
  // database/pooler-tenant.
  {
    rule: "environment/placeholder",
    variables: { DATABASE_URL: `postgresql://postgres.your-project-ref:q7TideLine@${POOL}:5432/postgres` },
  },

  // --- Values that Render does not work out ----------------------------------------------------------------------------

  // Render puts no variable into another one: the password is "$DB_PASSWORD". - Render's page on environment variables.
  // Also right: environment/placeholder, database/password-encoding.
  {
    rule: "database/interpolated-url",
    variables: {
      DB_PASSWORD: "q7TideLine",
      DATABASE_URL: `postgresql://app.${REF}:$DB_PASSWORD@${POOL}:5432/postgres`,
    },
  },
  // Rails in development answers no host but localhost, and its errors show the code. - Rails' guide on configuration
  // (config.hosts). Also right: service/allowed-hosts.
  {
    ...ruby,
    rule: "environment/debug-in-production",
    command: "bundle exec puma -b tcp://0.0.0.0:$PORT",
    variables: { RAILS_ENV: "development" },
  },
];
