import {
  envGroup,
  envGroupLink,
  NPM,
  native,
  PIP,
  PROJECT,
  type ProgramCase,
  SESSION,
  site,
  values,
  web,
  worker,
} from "./eighteenth-form";

/** Sound programs whose values, files, disks, pages or domains look like a fault. */
export const SOUND_PROGRAM_VALUES_OF_EIGHTEENTH: readonly ProgramCase[] = [
  {
    name: "single-page-app-with-a-public-key",
    why: "The rewrite answers unknown paths with the app; a publishable key is made for browsers.",
    source: "Render's page on redirects and rewrites; Supabase's page on API keys",
    resources: {
      app: site({
        name: "app",
        repoUrl: "https://github.com/orchard-press/app",
        branch: "main",
        buildCommand: NPM,
        publishPath: "dist",
        routes: [{ type: "rewrite", source: "/*", destination: "/index.html" }],
        envVars: values({
          VITE_SUPABASE_URL: `https://${PROJECT}.supabase.co`,
          VITE_SUPABASE_KEY: "sb_publishable_Zk4WnB8sHgQm7vT2pXc9Lr_u3YdFa1E",
        }),
      }),
    },
  },
  {
    name: "static-site-rewrites-to-public-api",
    why: "A rewrite may lead to a whole URL of another host; it comes before the one that answers everything.",
    source: "Render's page on redirects and rewrites",
    resources: {
      shop: site({
        name: "shop",
        repoUrl: "https://github.com/orchard-press/shop",
        branch: "main",
        rootDirectory: "web",
        buildCommand: NPM,
        publishPath: "build/client",
        routes: [
          { type: "rewrite", source: "/api/*", destination: "https://orchard-api.onrender.com/*" },
          { type: "rewrite", source: "/*", destination: "/index.html" },
        ],
        headers: [{ path: "/assets/*", name: "Cache-Control", value: "public, max-age=31536000, immutable" }],
      }),
    },
  },
  {
    name: "next-export-as-static-site",
    why: "With output: export, next build writes whole pages to out.",
    source: "Next's page on static exports",
    resources: {
      docs: site({
        name: "orchard-docs",
        repoUrl: "https://github.com/orchard-press/docs",
        branch: "main",
        buildCommand: "npm ci && npx next build",
        publishPath: "out",
      }),
    },
  },
  {
    name: "env-group-with-one-value-replaced",
    why: "A service's own value wins over the group's, and both services get the database from the group.",
    source: "Render's page on environment variables (environment groups)",
    resources: {
      shared: envGroup({ name: "shared", envVars: values({ DATABASE_URL: SESSION, LOG_LEVEL: "info" }) }),
      api: web({
        name: "api",
        plan: "starter",
        region: "oregon",
        startCommand: "uvicorn orchard.main:app --host 0.0.0.0 --port $PORT",
        healthCheckPath: "/health",
        runtimeSource: native("python", PIP),
        envVars: values({ PORT: "8000", LOG_LEVEL: "warning" }),
      }),
      tasks: worker({
        name: "tasks",
        plan: "starter",
        region: "oregon",
        startCommand: "python -m orchard.tasks",
        runtimeSource: native("python", PIP),
      }),
      link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${api.id}", "${tasks.id}"] }),
    },
  },
  {
    name: "secret-file-of-an-env-group",
    why: "The service has no file of its own: the group's is put into /etc/secrets as well.",
    source: "Render's page on environment variables (environment groups, secret files)",
    resources: {
      google: envGroup({
        name: "google",
        envVars: values({ GOOGLE_CLOUD_PROJECT: "orchard-invented" }),
        secretFiles: {
          "bigquery.json": { content: '{"type":"service_account","project_id":"orchard-invented"}' },
        },
      }),
      reports: web({
        name: "reports",
        plan: "standard",
        region: "frankfurt",
        startCommand: "gunicorn reports.app:app --bind 0.0.0.0:$PORT --threads 4",
        runtimeSource: native("python", PIP, "reports"),
        envVars: values({ PORT: "8000", GOOGLE_APPLICATION_CREDENTIALS: "/etc/secrets/bigquery.json" }),
      }),
      link: envGroupLink({ envGroupId: "${google.id}", serviceIds: ["${reports.id}"] }),
    },
  },
  {
    name: "sqlite-migrated-at-the-start",
    why: "The start command has the disk, and one instance is all that writes the file.",
    source: "Render's page on disks",
    resources: {
      wiki: web({
        name: "wiki",
        plan: "starter",
        region: "oregon",
        numInstances: 1,
        startCommand: "python manage.py migrate --noinput && gunicorn wiki.wsgi --bind 0.0.0.0:$PORT",
        runtimeSource: native("python", PIP, "wiki"),
        disk: { name: "wiki-data", mountPath: "/var/data", sizeGb: 2 },
        envVars: values({ PORT: "8000", DATABASE_URL: "sqlite:////var/data/wiki.sqlite3" }),
      }),
    },
  },
  {
    name: "pre-deploy-beside-a-disk",
    why: "The migration needs the database alone; the disk is for uploads, which it does not touch.",
    source: "Render's page on deploys; its page on disks",
    resources: {
      gallery: web({
        name: "gallery",
        plan: "standard",
        region: "virginia",
        preDeployCommand: "python manage.py migrate --noinput",
        startCommand: "gunicorn gallery.wsgi --bind 0.0.0.0:$PORT",
        runtimeSource: native("python", PIP, "gallery"),
        disk: { name: "uploads", mountPath: "/opt/render/project/src/media", sizeGb: 25 },
        envVars: values({ PORT: "8000", DATABASE_URL: SESSION, MEDIA_ROOT: "/opt/render/project/src/media" }),
      }),
    },
  },
  {
    name: "domains-of-two-services",
    why: "Each name is at one service: the apex at the pages, the subdomain at the API.",
    source: "Render's page on custom domains",
    resources: {
      pages: site({
        name: "pages",
        repoUrl: "https://github.com/orchard-press/pages",
        branch: "main",
        buildCommand: "hugo --gc --minify",
        publishPath: "public",
        customDomains: [{ name: "orchard-press.net" }],
      }),
      api: web({
        name: "api",
        plan: "starter",
        region: "oregon",
        startCommand: "node dist/main.js",
        runtimeSource: native("node", NPM, "api"),
        customDomains: [{ name: "api.orchard-press.net" }],
        envVars: values({ PORT: "8000" }),
      }),
    },
  },
];
