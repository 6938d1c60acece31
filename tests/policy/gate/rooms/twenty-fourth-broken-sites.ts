import {
  type BrokenProgram,
  envGroup,
  envGroupLink,
  native,
  site,
  values,
  web,
  worker,
} from "../eighteenth-form";
import {
  DIRECT,
  GUNICORN,
  keyOf,
  NODE,
  OTHER,
  open,
  PYTHON,
  REF,
  repository,
  SESSION,
  service,
  url,
} from "./twenty-fourth-form";

/** Broken programs with a site, a source, a group or an address that is not the right one. */
export const REJECTED_SITES_OF_TWENTY_FOURTH: readonly BrokenProgram[] = [
  {
    name: "command-as-the-folder-of-pages",
    rules: ["service/publish-path"],
    at: ["pages", "publishPath"],
    why: "No folder has the name of a command: Publish directory npm run dev does not exist!",
    source: "a guide in a public repository, with Render's log; Render's page on static sites",
    resources: {
      pages: site({
        name: "quarry-pages",
        repoUrl: repository("pages"),
        branch: "main",
        buildCommand: "npm install && npx tsc && npx vite build",
        publishPath: "npm run dev",
      }),
    },
  },
  {
    name: "pages-below-the-root-twice",
    rules: ["service/publish-path"],
    at: ["pages", "publishPath"],
    alsoAt: [["pages", "rootDirectory"]],
    why: "The folder of the pages is one below the root directory: Render looks for web/web/dist.",
    source: "Render's page on monorepos; a Blueprint of a public repository",
    resources: {
      pages: site({
        name: "quarry-pages",
        repoUrl: repository("quarry"),
        branch: "main",
        rootDirectory: "web",
        buildCommand: "npm install && npx vite build",
        publishPath: "web/dist",
        routes: [{ type: "rewrite", source: "/*", destination: "/index.html" }],
      }),
    },
  },
  {
    name: "key-of-the-service-role-in-pages",
    rules: ["secret/in-browser", "database/key-role"],
    at: ["shop", "envVars.NEXT_PUBLIC_SUPABASE_SERVICE_ROLE_KEY"],
    why: "Next writes the variable into what browsers load, and the key passes every policy of the database.",
    source: "Next's page on environment variables; whoiskatrin/chart-gpt 86",
    resources: {
      shop: open(
        NODE,
        "quarry-shop",
        "npx next start -H 0.0.0.0 -p $PORT",
        {
          NEXT_PUBLIC_SUPABASE_URL: `https://${REF}.supabase.co`,
          NEXT_PUBLIC_SUPABASE_SERVICE_ROLE_KEY: keyOf("service_role"),
        },
        { healthCheckPath: "/" },
      ),
    },
  },
  {
    name: "page-of-a-folder-as-the-repository",
    rules: ["service/source"],
    at: ["api", "runtimeSource.nativeRuntime.repoUrl"],
    alsoAt: [["api", "runtimeSource"]],
    why: "The address is the page of a folder on GitHub, which git cannot clone.",
    source: "Render's page on monorepos; git's page on clone",
    resources: {
      api: web({
        name: "quarry-api",
        plan: "starter",
        region: "ohio",
        startCommand: "node dist/server.js",
        runtimeSource: {
          nativeRuntime: {
            ...native("node", "npm ci && npm run build").nativeRuntime,
            repoUrl: `${repository("quarry")}/tree/main/backend`,
          },
        },
        healthCheckPath: "/health",
        envVars: values({ PORT: "8000", DATABASE_URL: SESSION }),
      }),
    },
  },
  {
    name: "group-with-the-direct-host",
    rules: ["database/ipv6-only-host"],
    at: ["shared", "envVars.DATABASE_URL"],
    alsoAt: [
      ["api", "envVars"],
      ["tasks", "envVars"],
      ["link", "envGroupId"],
    ],
    why: "The group's URL has the direct host, which has no IPv4 address, and Render no IPv6.",
    source: "Supabase's page on connecting; supabase/cli 1910",
    resources: {
      shared: envGroup({
        name: "quarry-shared",
        envVars: values({
          DATABASE_URL: url("postgres", `${DIRECT}:5432/postgres`),
          SUPABASE_URL: `https://${REF}.supabase.co`,
        }),
      }),
      api: open(PYTHON, "quarry-api", "uvicorn main:app --host 0.0.0.0 --port $PORT"),
      tasks: service(worker, PYTHON, "quarry-tasks", "python -m quarry.tasks", {}),
      link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${api.id}", "${tasks.id}"] }),
    },
  },
  {
    name: "two-projects-in-one-service",
    rules: ["database/one-project", "database/key-role"],
    at: ["shop", "envVars.SUPABASE_URL"],
    alsoAt: [
      ["shop", "envVars.DATABASE_URL"],
      ["shop", "envVars.SUPABASE_SERVICE_ROLE_KEY"],
    ],
    why: "The API and its key are of one project and the database of another: users of the one are not in the other.",
    source: "Supabase's page on environments",
    resources: {
      shop: open(PYTHON, "quarry-shop", GUNICORN, {
        DATABASE_URL: SESSION,
        SUPABASE_URL: `https://${OTHER}.supabase.co`,
        SUPABASE_SERVICE_ROLE_KEY: keyOf("service_role", OTHER),
      }),
    },
  },
];
