import type { SealedCase } from "./sealed";

const python = { runtime: "python", driver: "none" } as const;
const node = { runtime: "node", driver: "none" } as const;
const ruby = { runtime: "ruby", driver: "none" } as const;

const NEXT = "npx next start -H 0.0.0.0 -p $PORT";
const GUNICORN = "gunicorn orchard.wsgi --bind 0.0.0.0:$PORT";

/**
 * Broken values of the fourteenth batch: each has to be rejected by its rule. The comment says what happens, and after
 * the dash what decides it.
 */
export const REJECTED_VALUES: readonly SealedCase[] = [
  // --- Files, versions, ports of others --------------------------------------------------------------------------------

  // Google's library reads the file that the variable names: the secret file has another name. - R43; Google's page on
  // application default credentials.
  {
    ...python,
    rule: "environment/missing-file",
    command: GUNICORN,
    variables: { GOOGLE_APPLICATION_CREDENTIALS: "/etc/secrets/gcp-key.json" },
    secretFiles: {
      "service-account.json":
        '{"type":"service_account","project_id":"orchard-417209","client_email":"api@orchard-417209.iam.gserviceaccount.com"}',
    },
  },
  // The patch version is missing. - R56.
  {
    ...python,
    rule: "service/python-version",
    command: GUNICORN,
    variables: { PYTHON_VERSION: "3.12" },
  },
  // Free services reach no port 587. - R14.
  {
    ...node,
    rule: "service/blocked-port|plan/limits",
    command: NEXT,
    variables: {
      SMTP_HOST: "smtp.eu.mailgun.org",
      SMTP_PORT: "587",
      SMTP_USER: "postmaster@orchard-tools.eu",
    },
    properties: { plan: "free" },
  },

  // --- What a template left --------------------------------------------------------------------------------------------

  // Stripe's prefix, and nothing drawn after it. - V3, V5.
  {
    ...node,
    rule: "environment/placeholder",
    command: NEXT,
    variables: { STRIPE_WEBHOOK_SECRET: "whsec_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" },
  },
  // Sentry's form with the marks of a readme. - V3, V6.
  {
    ...node,
    rule: "environment/placeholder",
    command: NEXT,
    variables: { SENTRY_DSN: "https://<key>@o<organization>.ingest.sentry.io/<project>" },
  },
  // A command where its output belongs: Render fills in nothing. - V4; Render's page on environment variables.
  {
    ...node,
    rule: "environment/placeholder",
    command: NEXT,
    variables: {
      NEXTAUTH_URL: "https://orchard.onrender.com",
      NEXTAUTH_SECRET: "$(openssl rand -base64 32)",
    },
  },
  // A key of which the frame alone is real. - V3.
  {
    ...node,
    rule: "environment/placeholder",
    kind: "worker",
    command: "node dist/worker.js",
    variables: {
      FIREBASE_PROJECT_ID: "orchard-417209",
      FIREBASE_PRIVATE_KEY: "-----BEGIN PRIVATE KEY-----\\n...\\n-----END PRIVATE KEY-----\\n",
    },
  },
  // A request in place of the key. - V4.
  {
    ...ruby,
    rule: "environment/placeholder",
    command: "bundle exec puma -b tcp://0.0.0.0:$PORT",
    variables: { RAILS_MASTER_KEY: "paste the contents of config/master.key here" },
  },
];
