import {
  type BrokenProgram,
  docker,
  envGroup,
  envGroupLink,
  NPM,
  native,
  PIP,
  PROJECT,
  privateService,
  site,
  values,
  web,
} from "./eighteenth-form";

/** Broken programs whose fault is a value, a file, a disk, a domain or a region. */
export const REJECTED_PROGRAM_VALUES_OF_EIGHTEENTH: readonly BrokenProgram[] = [
  {
    name: "static-site-rewrites-to-private-service",
    rules: [],
    at: ["app", "routes"],
    why: "Static sites are not on the private network, so the rewrite leads to a name that cannot be resolved.",
    source: "Render's page on the private network",
    resources: {
      backend: privateService({
        name: "backend",
        plan: "starter",
        region: "oregon",
        startCommand: "uvicorn backend.main:app --host 0.0.0.0 --port 8000",
        runtimeSource: native("python", PIP, "backend"),
      }),
      app: site({
        name: "app",
        repoUrl: "https://github.com/orchard-press/app",
        branch: "main",
        buildCommand: NPM,
        publishPath: "dist",
        routes: [
          { type: "rewrite", source: "/api/*", destination: "http://${backend.slug}:8000/*" },
          { type: "rewrite", source: "/*", destination: "/index.html" },
        ],
      }),
    },
  },
  {
    name: "secret-key-in-the-browser",
    rules: [],
    at: ["planner", "envVars.VITE_SUPABASE_KEY"],
    why: "Vite puts every VITE_ variable into the pages, and this key of Supabase passes all row level security.",
    source: "Vite's page on environment variables; Supabase's page on API keys",
    resources: {
      planner: site({
        name: "planner",
        repoUrl: "https://github.com/orchard-press/planner",
        branch: "main",
        buildCommand: NPM,
        publishPath: "dist",
        envVars: values({
          VITE_SUPABASE_URL: `https://${PROJECT}.supabase.co`,
          VITE_SUPABASE_KEY: "sb_secret_Qm7vT2pXc9LrZk4WnB8sHg_u3YdFa1E",
        }),
      }),
    },
  },
  {
    name: "direct-host-in-an-env-group",
    rules: ["database/ipv6-only-host"],
    at: ["shared", "envVars.DATABASE_URL"],
    alsoAt: [
      ["api", "envVars"],
      ["link", "envGroupId"],
    ],
    why: "The group gives the service Supabase's direct host, which has IPv6 alone, and Render has no IPv6.",
    source: "Supabase's page on connections",
    resources: {
      shared: envGroup({
        name: "orchard-shared",
        envVars: values({
          LOG_LEVEL: "info",
          DATABASE_URL: `postgresql://postgres:m3PearTree@db.${PROJECT}.supabase.co:5432/postgres`,
        }),
      }),
      api: web({
        name: "orchard-api",
        plan: "starter",
        region: "virginia",
        startCommand: "uvicorn orchard.main:app --host 0.0.0.0 --port $PORT",
        healthCheckPath: "/health",
        runtimeSource: native("python", PIP),
        envVars: values({ PORT: "8000" }),
      }),
      link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${api.id}"] }),
    },
  },
  {
    name: "secret-file-in-another-folder",
    rules: ["environment/missing-file"],
    at: ["reports", "envVars.GOOGLE_APPLICATION_CREDENTIALS"],
    alsoAt: [["reports", "secretFiles"]],
    why: "Render puts secret files into /etc/secrets, and the variable names /etc/secret, where no file is.",
    source: "Render's page on environment variables and secrets",
    resources: {
      reports: web({
        name: "reports",
        plan: "standard",
        region: "frankfurt",
        startCommand: "gunicorn reports.app:app --bind 0.0.0.0:$PORT --threads 4",
        runtimeSource: native("python", PIP, "reports"),
        envVars: values({ PORT: "8000", GOOGLE_APPLICATION_CREDENTIALS: "/etc/secret/bigquery.json" }),
        secretFiles: {
          "bigquery.json": { content: '{"type":"service_account","project_id":"orchard-invented"}' },
        },
      }),
    },
  },
  {
    name: "migration-without-the-disk",
    rules: [],
    at: ["wiki", "preDeployCommand"],
    alsoAt: [
      ["wiki", "disk"],
      ["wiki", "envVars.DATABASE_URL"],
    ],
    why: "The pre-deploy command runs on an instance without the disk, so it cannot migrate the SQLite file there.",
    source: "Render's page on deploys; its page on disks",
    resources: {
      wiki: web({
        name: "wiki",
        plan: "starter",
        region: "oregon",
        preDeployCommand: "python manage.py migrate --noinput",
        startCommand: "gunicorn wiki.wsgi --bind 0.0.0.0:$PORT",
        runtimeSource: native("python", PIP, "wiki"),
        disk: { name: "wiki-data", mountPath: "/var/data", sizeGb: 2 },
        envVars: values({ PORT: "8000", DATABASE_URL: "sqlite:////var/data/wiki.sqlite3" }),
      }),
    },
  },
  {
    name: "region-of-another-cloud",
    rules: [],
    at: ["tickets", "region"],
    why: "Render has frankfurt, ohio, oregon, singapore and virginia; this is a region of AWS, and is refused.",
    source: "the Terraform provider's page (region)",
    resources: {
      tickets: web({
        name: "tickets",
        plan: "standard",
        region: "eu-central-1",
        startCommand: "dotnet Tickets.Web.dll --urls http://0.0.0.0:8000",
        healthCheckPath: "/healthz",
        runtimeSource: docker(),
        envVars: values({ PORT: "8000", ASPNETCORE_ENVIRONMENT: "Production" }),
      }),
    },
  },
];
