import type { SealedCase } from "./sealed";
import { DISK, GUNICORN, SCALING } from "./sixteenth-written";
import { POOL, REF } from "./written";

const python = { runtime: "python", driver: "none" } as const;
const node = { runtime: "node", driver: "none" } as const;
const ruby = { runtime: "ruby", driver: "none" } as const;

const image = (imageUrl: string, tag: string) => ({ runtimeSource: { image: { imageUrl, tag } } });

/**
 * Services of the sixteenth batch that are at a limit of Render, and not beyond it. Each looks unusual and works; the
 * comment says why, and after the dash what decides it.
 */
export const SOUND_ON_PLATFORM_OF_SIXTEENTH: readonly SealedCase[] = [
  // --- Plans -----------------------------------------------------------------------------------------------------------

  // One instance is what the free plan has. - Render's page on free services.
  { properties: { plan: "free", numInstances: 1 } },
  // A paid service with a disk has one instance. - Render's page on disks.
  {
    ...ruby,
    command: "bundle exec puma -p $PORT",
    properties: { plan: "starter", disk: DISK, numInstances: 1 },
  },
  // A paid service without a disk scales. - Render's page on scaling.
  { ...node, command: "node dist/main.js", properties: { plan: "standard", autoscaling: SCALING } },
  // The longest delay that Render has. - Render's page on deploys (1 to 300 seconds).
  { properties: { plan: "standard", maxShutdownDelaySeconds: 300 } },
  // Paid services have a pre-deploy command. - Render's page on deploys.
  {
    ...python,
    command: GUNICORN,
    properties: { plan: "starter", preDeployCommand: "python manage.py migrate --noinput" },
  },

  // --- Health checks, sources and domains ------------------------------------------------------------------------------

  // The path of Rails' own health check. - Rails' guide (rails/health#show).
  { ...ruby, command: "bin/rails server -b 0.0.0.0 -p $PORT", properties: { healthCheckPath: "/up" } },
  // A digest names the image in place of a tag. - the Terraform provider's page (digest).
  {
    driver: "none",
    properties: {
      runtimeSource: {
        image: { imageUrl: "ghcr.io/harbor-tides/api", digest: `sha256:${"4be1".repeat(16)}` },
      },
    },
  },
  // Two domains of its own, and no previews. - Render's page on custom domains.
  {
    ...node,
    command: "node dist/main.js",
    properties: {
      customDomains: [{ name: "harbor-tides.eu" }, { name: "api.harbor-tides.eu" }],
      previews: { generation: "off" },
    },
  },

  // --- Ports of mail servers -------------------------------------------------------------------------------------------

  // Port 2525 is open on the free plan, and mail services have it. - Render's page on free services.
  {
    ...python,
    command: GUNICORN,
    properties: { plan: "free" },
    variables: { EMAIL_HOST: "smtp.mailgun.org", EMAIL_PORT: "2525", EMAIL_USE_TLS: "True" },
  },
  // Port 587 is open on paid plans. - Render's page on free services.
  {
    ...node,
    command: "node dist/main.js",
    properties: { plan: "starter" },
    variables: { SMTP_HOST: "email-smtp.eu-central-1.amazonaws.com", SMTP_PORT: "587", SMTP_SECURE: "false" },
  },

  // --- Versions and hosts ----------------------------------------------------------------------------------------------

  // A whole version, with the version of another tool. - Render's pages on the Python version and on Poetry.
  { variables: { PYTHON_VERSION: "3.12.7", POETRY_VERSION: "1.8.5" } },
  // Node's version may be its major one alone. - Render's page on the Node version.
  { ...node, command: "node dist/main.js", variables: { NODE_VERSION: "22" } },
  // A dot in front allows every name below it, and localhost beside it does no harm. - Django's page on ALLOWED_HOSTS.
  {
    ...python,
    command: GUNICORN,
    variables: { ALLOWED_HOSTS: "localhost,.onrender.com,api.harbor-tides.eu", DEBUG: "False" },
  },

  // --- Images of other teams -------------------------------------------------------------------------------------------

  // Metabase takes its port and its database from its own variables. - Metabase's page on environment variables.
  {
    driver: "none",
    command: "/app/run_metabase.sh",
    properties: { ...image("docker.io/metabase/metabase", "v0.52.4"), plan: "standard" },
    variables: {
      MB_JETTY_PORT: "8000",
      MB_DB_TYPE: "postgres",
      MB_DB_HOST: POOL,
      MB_DB_PORT: "5432",
      MB_DB_DBNAME: "postgres",
      MB_DB_USER: `metabase.${REF}`,
      MB_DB_PASS: "q7TideLine",
    },
  },
  // n8n takes its port and its database from its own variables. - n8n's page on environment variables.
  {
    driver: "none",
    command: "n8n start",
    properties: { ...image("docker.io/n8nio/n8n", "1.74.1"), plan: "starter" },
    variables: {
      N8N_PORT: "8000",
      N8N_PROTOCOL: "https",
      DB_TYPE: "postgresdb",
      DB_POSTGRESDB_HOST: POOL,
      DB_POSTGRESDB_PORT: "5432",
      DB_POSTGRESDB_DATABASE: "postgres",
      DB_POSTGRESDB_USER: `n8n.${REF}`,
      DB_POSTGRESDB_PASSWORD: "q7TideLine",
    },
  },
  // PostgREST takes its port and its database from its own variables. - PostgREST's page on its configuration.
  {
    driver: "none",
    command: "postgrest",
    properties: image("docker.io/postgrest/postgrest", "v12.2.3"),
    variables: {
      PGRST_SERVER_PORT: "8000",
      PGRST_DB_URI: `postgresql://authenticator.${REF}:q7TideLine@${POOL}:5432/postgres`,
      PGRST_DB_SCHEMAS: "api,public",
    },
  },
];
