import { type BrokenProgram, privateService, registryCredential, values, worker } from "../eighteenth-form";
import {
  CELERY,
  contained,
  DIRECT,
  dockerfile,
  GUNICORN,
  open,
  PYTHON,
  pooled,
  pulled,
  REF,
  repository,
  SESSION,
  STORE,
  service,
  store,
} from "./twenty-fifth-form";

const SOURCE = "service/source";
const IPV6 = "database/ipv6-only-host";

/** Broken programs of images, repositories, credentials and secret files. */
export const REJECTED_IMAGES_OF_TWENTY_FIFTH: readonly BrokenProgram[] = [
  {
    name: "twenty-fifth-database-of-n8n-by-the-direct-host",
    rules: [IPV6],
    at: ["flows", "envVars.DB_POSTGRESDB_HOST"],
    why: "n8n connects by its parts to a host that has IPv6 alone: connect ENETUNREACH.",
    source: "n8n's page on supported databases; Supabase's page on connecting",
    resources: {
      flows: contained("lantern-flows", pulled("docker.io/n8nio/n8n", "1.109.2"), {
        PORT: "8000",
        N8N_PORT: "8000",
        DB_TYPE: "postgresdb",
        DB_POSTGRESDB_HOST: DIRECT,
        DB_POSTGRESDB_DATABASE: "postgres",
        DB_POSTGRESDB_USER: "postgres",
        DB_POSTGRESDB_PASSWORD: "Zr6copperLantern4",
        DB_POSTGRESDB_SSL_ENABLED: "true",
        DB_POSTGRESDB_SSL_REJECT_UNAUTHORIZED: "false",
      }),
    },
  },
  {
    name: "twenty-fifth-port-of-n8n",
    rules: ["port/agreement", "port/standard"],
    at: ["flows", "envVars.N8N_PORT"],
    alsoAt: [["flows", "envVars.PORT"]],
    why: "n8n listens on N8N_PORT, and Render is given another port by PORT.",
    source: "n8n's page on deployment variables",
    resources: {
      flows: contained("lantern-flows", pulled("docker.io/n8nio/n8n", "1.109.2"), {
        PORT: "8000",
        N8N_PORT: "5678",
      }),
    },
  },
  {
    name: "twenty-fifth-models-by-transaction-mode",
    rules: ["database/transaction-mode-statements", "database/direct-for-migrations"],
    at: ["proxy", "envVars.DATABASE_URL"],
    why: "litellm migrates and queries by Prisma: port 6543 without pgbouncer=true (litellm issue 5159).",
    source: "litellm issue 5159",
    resources: {
      proxy: contained(
        "lantern-models",
        pulled("ghcr.io/berriai/litellm", "main-v1.74.0-stable"),
        {
          PORT: "8000",
          DATABASE_URL: pooled("6543/postgres"),
          LITELLM_MASTER_KEY: "sk-q7Lantern2Wc8Zr4Kd9Tm",
        },
        { startCommand: "litellm --host 0.0.0.0 --port 8000", healthCheckPath: "/health/liveliness" },
      ),
    },
  },
  {
    name: "twenty-fifth-image-with-a-scheme",
    rules: [SOURCE],
    at: ["api", "runtimeSource"],
    alsoAt: [["api", "runtimeSource.image.imageUrl"]],
    why: "An image's reference has no https:// in front: invalid reference format.",
    source: "Render's page on images; distribution's reference",
    resources: {
      api: contained("lantern-api", pulled("https://ghcr.io/lantern-works/api", "1.8.0"), { PORT: "8000" }),
    },
  },
  {
    name: "twenty-fifth-repository-by-ssh",
    rules: [SOURCE],
    at: ["api", "runtimeSource"],
    alsoAt: [["api", "runtimeSource.docker.repoUrl"]],
    why: "Render takes a repository by its address of HTTPS.",
    source: "the API's description",
    resources: {
      api: contained("lantern-api", dockerfile({ repoUrl: "git@github.com:lantern-works/lantern.git" }), {
        PORT: "8000",
      }),
    },
  },
  {
    name: "twenty-fifth-folder-of-a-repository",
    rules: [SOURCE],
    at: ["api", "runtimeSource"],
    alsoAt: [["api", "runtimeSource.docker.repoUrl"]],
    why: "The address is a page of a folder: the folder belongs in rootDirectory, the branch in branch.",
    source: "Render's page on monorepos",
    resources: {
      api: contained("lantern-api", dockerfile({ repoUrl: `${repository()}/tree/main/backend` }), {
        PORT: "8000",
      }),
    },
  },
  {
    name: "twenty-fifth-credential-of-another-registry",
    rules: ["service/registry-credential"],
    at: ["api", "runtimeSource"],
    alsoAt: [
      ["api", "runtimeSource.image.registryCredentialId"],
      ["hub", "registry"],
    ],
    why: "GitHub's registry does not know the user of Docker Hub: the private image is not pulled.",
    source: "Render's page on images",
    resources: {
      hub: registryCredential({
        name: "lantern-hub",
        registry: "DOCKER",
        username: "lanternworks",
        authToken: "dckr_pat_q8Zr2LanternXc5Vb7Nm1Kp0Wt",
      }),
      api: contained(
        "lantern-api",
        pulled("ghcr.io/lantern-works/private-api", "1.8.0", { registryCredentialId: "${hub.id}" }),
        { PORT: "8000" },
      ),
    },
  },
  {
    name: "twenty-fifth-two-services-of-one-name",
    rules: ["service/taken-name"],
    at: ["jobs", "name"],
    alsoAt: [["web", "name"]],
    why: "Render takes a name once in a workspace, whatever the kind of the service.",
    source: "the API's description",
    resources: {
      store: store(),
      web: open(PYTHON, "lantern", GUNICORN, { DATABASE_URL: SESSION, CELERY_BROKER_URL: STORE }),
      jobs: service(worker, PYTHON, "lantern", CELERY, { CELERY_BROKER_URL: STORE, DATABASE_URL: SESSION }),
    },
  },
  {
    name: "twenty-fifth-database-without-a-password",
    rules: ["service/unmet-need"],
    at: ["mysql", "envVars"],
    alsoAt: [["mysql", "runtimeSource"]],
    why: "MySQL's image ends: Database is uninitialized and password option is not specified.",
    source: "the image's page at Docker Hub",
    resources: {
      mysql: privateService({
        name: "lantern-mysql",
        plan: "standard",
        region: "singapore",
        runtimeSource: pulled("docker.io/library/mysql", "8.4"),
        envVars: values({ MYSQL_DATABASE: "lantern", MYSQL_USER: "lantern" }),
        disk: { name: "mysql-data", sizeGb: 10, mountPath: "/var/lib/mysql" },
      }),
    },
  },
  {
    name: "twenty-fifth-secret-file-that-only-the-web-has",
    rules: ["environment/missing-file"],
    at: ["jobs", "envVars.GOOGLE_APPLICATION_CREDENTIALS"],
    why: "A secret file is of its service: the worker has the variable, and no file of that name.",
    source: "Render's page on secret files",
    resources: {
      web: open(
        PYTHON,
        "lantern-web",
        GUNICORN,
        {
          GOOGLE_APPLICATION_CREDENTIALS: "/etc/secrets/gcp.json",
          SUPABASE_URL: `https://${REF}.supabase.co`,
        },
        { secretFiles: { "gcp.json": { content: '{"type":"service_account","project_id":"lantern-61"}' } } },
      ),
      store: store(),
      jobs: service(worker, PYTHON, "lantern-jobs", CELERY, {
        CELERY_BROKER_URL: STORE,
        GOOGLE_APPLICATION_CREDENTIALS: "/etc/secrets/gcp.json",
      }),
    },
  },
];
