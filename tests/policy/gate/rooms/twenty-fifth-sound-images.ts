import { type ProgramCase, registryCredential } from "../eighteenth-form";
import {
  CANARY,
  contained,
  dockerfile,
  job,
  POOL,
  PYTHON,
  pulled,
  repository,
  SESSION,
  USER,
} from "./twenty-fifth-form";

/** Sound programs of ready-made images, of credentials and of jobs. */
export const SOUND_IMAGES_OF_TWENTY_FIFTH: readonly ProgramCase[] = [
  {
    name: "twenty-fifth-flows-of-n8n",
    why: "n8n listens where N8N_PORT says, as PORT does, and reaches the pooler by its parts.",
    source: "Render's example of n8n; n8n's page on variables",
    resources: {
      flows: contained("lantern-flows", pulled("docker.io/n8nio/n8n", "1.109.2"), {
        PORT: "8000",
        N8N_PORT: "8000",
        N8N_LISTEN_ADDRESS: "0.0.0.0",
        N8N_ENCRYPTION_KEY: "q8Zr2LanternXc5Vb7NmKp0Wt6Yh3Jd9",
        DB_TYPE: "postgresdb",
        DB_POSTGRESDB_HOST: POOL,
        DB_POSTGRESDB_PORT: "5432",
        DB_POSTGRESDB_DATABASE: "postgres",
        DB_POSTGRESDB_USER: USER,
        DB_POSTGRESDB_PASSWORD: CANARY,
        DB_POSTGRESDB_SSL_ENABLED: "true",
        DB_POSTGRESDB_SSL_REJECT_UNAUTHORIZED: "false",
      }),
    },
  },
  {
    name: "twenty-fifth-charts-of-metabase",
    why: "Metabase has its own variable for the port, and its own for the database.",
    source: "Metabase's page on environment variables",
    resources: {
      charts: contained(
        "lantern-charts",
        pulled("docker.io/metabase/metabase", "v0.50.20"),
        {
          PORT: "8000",
          MB_JETTY_PORT: "8000",
          MB_DB_CONNECTION_URI: `jdbc:postgresql://${POOL}:5432/postgres?user=${USER}&password=${CANARY}`,
        },
        { plan: "standard", healthCheckPath: "/api/health" },
      ),
    },
  },
  {
    name: "twenty-fifth-graph-of-hasura",
    why: "Hasura's port and database are by its own variables, with the pooler's user.",
    source: "Hasura's page on variables",
    resources: {
      graph: contained("lantern-graph", pulled("docker.io/hasura/graphql-engine", "v2.45.0"), {
        PORT: "8000",
        HASURA_GRAPHQL_SERVER_PORT: "8000",
        HASURA_GRAPHQL_ADMIN_SECRET: "q8Zr2LanternXc5Vb7Nm",
        HASURA_GRAPHQL_DATABASE_URL: SESSION,
      }),
    },
  },
  {
    name: "twenty-fifth-private-image-with-its-credential",
    why: "The image and its credential are of one registry.",
    source: "Render's page on images",
    resources: {
      hub: registryCredential({
        name: "lantern-github",
        registry: "GITHUB",
        username: "lantern-works-bot",
        authToken: ["ghp", "q8Zr2LanternXc5Vb7NmKp0Wt6Yh3Jd9Aa12"].join("_"),
      }),
      api: contained(
        "lantern-api",
        pulled("ghcr.io/lantern-works/private-api", "1.8.0", { registryCredentialId: "${hub.id}" }),
        { PORT: "8000" },
      ),
    },
  },
  {
    name: "twenty-fifth-folder-of-a-monorepo",
    why: "The repository's address is its own, and the folder is the root directory.",
    source: "Render's page on monorepos",
    resources: {
      api: contained(
        "lantern-api",
        dockerfile({ repoUrl: `${repository()}.git`, dockerfilePath: "./Dockerfile.prod" }),
        { PORT: "8000" },
        { rootDirectory: "apps/api" },
      ),
    },
  },
  {
    name: "twenty-fifth-jobs-by-many-schedules",
    why: "Five fields, with steps, spans and lists.",
    source: "Render's page on cron jobs",
    resources: {
      often: job(PYTHON, "lantern-often", "*/5 * * * *", "python src/run_check.py", {}),
      workdays: job(PYTHON, "lantern-workdays", "30 3 * * 1-5", "python -m reports.daily", {}),
      quarterly: job(PYTHON, "lantern-quarterly", "0 6 1 1,4,7,10 *", "python manage.py close_quarter", {
        DATABASE_URL: SESSION,
      }),
    },
  },
];
