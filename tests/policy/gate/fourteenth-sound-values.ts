import type { SealedCase } from "./sealed";

const python = { runtime: "python", driver: "none" } as const;
const node = { runtime: "node", driver: "none" } as const;

const NEXT = "npx next start -H 0.0.0.0 -p $PORT";
const GUNICORN = "gunicorn orchard.wsgi --bind 0.0.0.0:$PORT";

/** A key that protects nothing, made for this batch. */
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgsTXbVORa26bct5SH
6EkYA/AeHvukkll+kC9f4D8nJr6hRANCAARgTruXxPC8EtoKLiqLgDJDamuN5nOE
PpE/0Ag7iavqZo6MV+L70Jp62bPZtVJLVQ81m7Y3wlUEyPnxKPRIR5bq
-----END PRIVATE KEY-----
`;

/**
 * Sound values and settings of the fourteenth batch. Each looks like something broken and works; the comment says why,
 * and after the dash what decides it.
 */
export const SOUND_VALUES: readonly SealedCase[] = [
  // Port 2525 is open for free services too. - R14; Mailgun's page on SMTP.
  {
    ...node,
    command: NEXT,
    variables: {
      SMTP_HOST: "smtp.eu.mailgun.org",
      SMTP_PORT: "2525",
      SMTP_USER: "postmaster@orchard-tools.eu",
    },
    properties: { plan: "free" },
  },
  // Both measures, a migration before each deploy, and a path with a slash at its end. - R22, R33, R53.
  {
    ...node,
    command: NEXT,
    properties: {
      plan: "pro",
      preDeployCommand: "npx knex migrate:latest --env production",
      healthCheckPath: "/api/up/",
      maxShutdownDelaySeconds: 120,
      autoscaling: {
        enabled: true,
        min: 2,
        max: 6,
        criteria: { cpu: { enabled: true, percentage: 60 }, memory: { enabled: true, percentage: 75 } },
      },
    },
  },
  // Addresses, names and texts with the words of templates in them. - V1.
  {
    ...python,
    command: GUNICORN,
    variables: {
      PLACEHOLDER_IMAGE_URL: "https://cdn.orchard-tools.eu/img/placeholder.png",
      HONEYPOT_FIELD: "your_website",
      MAIL_FROM: "Orchard Tools <hello@orchard-tools.eu>",
      TITLE_TEMPLATE: "%s | Orchard",
      SLACK_DEPLOY_TEXT: "Deployed <{url}|{version}> by {author}",
      XSRF_COOKIE_NAME: "XSRF-TOKEN",
      TOKEN_AUDIENCE: "orchard-api",
      PASSWORD_VALIDATORS: "min_length:12,common",
      NO_PROXY: "localhost,127.0.0.1",
      SEED_EXAMPLE_DATA: "false",
    },
  },
  // Secrets of many shapes, each drawn. - V2.
  {
    ...node,
    kind: "worker",
    command: "node dist/worker.js",
    variables: {
      FIREBASE_PRIVATE_KEY: KEY,
      ENCRYPTION_KEY: "XX/7rAUiG001WMtYGJwhnI7ZR+aGDcdFfxGWFdY2ozY=",
      POSTMARK_SERVER_TOKEN: "7c1e0c7e-52b3-4f0e-9d0e-1a7b1c0d9e42",
      SESSION_SECRET: "Zx!9$kd#Lq2&vT{8}m<W>4",
      HASHIDS_SALT: "4tFWn6Og3EMmYq1WPdk2mDep",
      BASIC_AUTH: "ops:K3wpLt9xQz",
      SENTRY_DSN:
        "https://9f2c7be1d04a6835c1e7f9b20d8a46e3@o4506123497865216.ingest.de.sentry.io/4507341198426192",
      MONGODB_URI:
        "mongodb+srv://orchard:K3wpLt9xQz@cluster0.q7x2m.mongodb.net/orchard?retryWrites=true&w=majority",
      REDIS_URL: "rediss://default:T8mvRc4yWd@eu2-lively-pine-31415.upstash.io:6379",
      EMAIL_URL: "smtp+tls://postmaster%40orchard-tools.eu:K3wpLt9xQz@smtp.eu.mailgun.org:587",
    },
  },
  // The file that the variable names, a whole version, and hosts with a dot in front for all subdomains. - R43, R56;
  // Django's page on ALLOWED_HOSTS.
  {
    ...python,
    command: GUNICORN,
    variables: {
      GOOGLE_APPLICATION_CREDENTIALS: "/etc/secrets/gcp-key.json",
      PYTHON_VERSION: "3.13.1",
      DJANGO_ALLOWED_HOSTS: ".onrender.com,shop.orchard-tools.eu",
      DJANGO_CSRF_TRUSTED_ORIGINS: "https://*.onrender.com,https://shop.orchard-tools.eu",
    },
    secretFiles: {
      "gcp-key.json":
        '{"type":"service_account","project_id":"orchard-417209","client_email":"api@orchard-417209.iam.gserviceaccount.com"}',
    },
  },
  // A site with the versions of its tools and public keys alone. - R47; Algolia's page on API keys, PostHog's on its key.
  {
    ...node,
    kind: "static",
    command: null,
    variables: {
      NODE_VERSION: "22",
      HUGO_VERSION: "0.140.2",
      VITE_API_BASE: "/api",
      VITE_POSTHOG_KEY: "phc_Q7x2M9w4kTZ8r5V3n6B0l2J4h7G9f1D3s5P8y0U2w4E",
    },
  },
];
