import type { SealedCase } from "./sealed";
import { DOCKER } from "./written";

const python = { runtime: "python", driver: "none" } as const;
const node = { runtime: "node", driver: "none" } as const;
const ruby = { runtime: "ruby", driver: "none" } as const;

const NEXT = "npx next start -H 0.0.0.0 -p $PORT";
const GUNICORN = "gunicorn lantern.wsgi:application --bind 0.0.0.0:$PORT --workers 2";

/**
 * Broken values of the fifteenth batch: each has to be rejected by its rule. The comment says what happens, and after
 * the dash what decides it.
 */
export const REJECTED_VALUES_OF_FIFTEENTH: readonly SealedCase[] = [
  // --- What a template left --------------------------------------------------------------------------------------------

  // Supabase's quickstart, as it is. - Supabase's page on API keys: the project's own address belongs here.
  {
    ...node,
    rule: "environment/placeholder",
    command: NEXT,
    variables: {
      NEXT_PUBLIC_SUPABASE_URL: "https://your-project-ref.supabase.co",
      NEXT_PUBLIC_SUPABASE_ANON_KEY: "your-anon-key",
    },
  },
  // A key that was not filled in. - OpenAI's page on keys: 401, incorrect API key provided.
  {
    ...python,
    rule: "environment/placeholder",
    command: "uvicorn lantern.main:app --host 0.0.0.0 --port $PORT",
    variables: { OPENAI_API_KEY: "sk-your-openai-api-key-here", OPENAI_MODEL: "gpt-4o-mini" },
  },
  // Auth0's sample. - Auth0's quickstarts: the tenant's own domain belongs here.
  {
    ...node,
    rule: "environment/placeholder",
    command: NEXT,
    variables: { AUTH0_DOMAIN: "YOUR_DOMAIN.eu.auth0.com", AUTH0_CLIENT_ID: "YOUR_CLIENT_ID" },
  },
  // Angle brackets of a readme, in the group that two services share. - docs/configuration.md.
  {
    ...python,
    rule: "environment/placeholder",
    command: GUNICORN,
    group: { AWS_ACCESS_KEY_ID: "<aws-access-key-id>", AWS_SECRET_ACCESS_KEY: "<aws-secret-access-key>" },
    others: [{ ...python, kind: "worker", command: "celery -A lantern worker --loglevel=info" }],
  },
  // A word for a value to come. - SMTP: 535, authentication failed.
  {
    ...ruby,
    rule: "environment/placeholder",
    command: "bundle exec puma -e production -b tcp://0.0.0.0:$PORT",
    variables: { SMTP_ADDRESS: "smtp.postmarkapp.com", SMTP_USERNAME: "lantern", SMTP_PASSWORD: "TODO" },
  },
  // A mark that a CI template fills in elsewhere. - Render's page on environment variables: values are texts.
  {
    ...node,
    rule: "environment/placeholder|environment/missing-variable",
    command: NEXT,
    variables: { STRIPE_SECRET_KEY: "${{ secrets.STRIPE_SECRET_KEY }}" },
  },
  // Compose's notation. - Render's page on environment variables: no variable is filled into another.
  {
    ...node,
    rule: "environment/placeholder|environment/missing-variable",
    kind: "worker",
    command: "node dist/worker.js",
    variables: { JWT_SECRET: "${JWT_SECRET}", QUEUE_NAME: "mail" },
  },

  // --- Addresses of the developer's own machine ------------------------------------------------------------------------

  // Redis on the laptop. - Render's page on Key Value: it is another host.
  {
    ...python,
    rule: "database/local-host|port/peer-mismatch|environment/placeholder",
    kind: "worker",
    command: "celery -A lantern worker --loglevel=info",
    variables: { CELERY_BROKER_URL: "redis://localhost:6379/0" },
  },
  // Supabase's own local stack. - Supabase's page on local development (54321).
  {
    ...node,
    rule: "database/local-host|port/peer-mismatch|environment/placeholder",
    command: NEXT,
    variables: { SUPABASE_URL: "http://127.0.0.1:54321" },
  },
  // Docker Desktop's name of the host. - Docker's page on networking: there is no such name at Render.
  {
    rule: "database/local-host",
    driver: "npgsql",
    command: "dotnet Lantern.Api.dll",
    variables: {
      ASPNETCORE_URLS: "http://0.0.0.0:8000",
      ConnectionStrings__Default:
        "Host=host.docker.internal;Port=5432;Database=lantern;Username=lantern;Password=R8nqVw3xKd",
    },
    properties: DOCKER,
  },

  // --- Files -----------------------------------------------------------------------------------------------------------

  // Firebase's file has another name among the secret files. - Render's page on secret files: /etc/secrets/<name>.
  {
    ...node,
    rule: "environment/missing-file",
    kind: "worker",
    command: "node dist/push.js",
    variables: { GOOGLE_APPLICATION_CREDENTIALS: "/etc/secrets/firebase-admin.json" },
    secretFiles: {
      "firebase.json":
        '{"type":"service_account","project_id":"lantern-81426","client_email":"push@lantern-81426.iam.gserviceaccount.com"}',
    },
  },
];
