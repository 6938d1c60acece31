import {
  envGroup,
  envGroupLink,
  native,
  type ProgramCase,
  site,
  values,
  web,
  worker,
} from "../eighteenth-form";
import {
  GUNICORN,
  keyOf,
  NODE,
  open,
  PYTHON,
  pooled,
  REF,
  repository,
  SESSION,
  service,
} from "./twenty-fourth-form";

/** Sound programs with sites, sources and groups that look like ones that fail. */
export const SOUND_SITES_OF_TWENTY_FOURTH: readonly ProgramCase[] = [
  {
    name: "pages-below-the-root-directory",
    why: "With a root directory the folder of the pages is named from there.",
    source: "Render's page on monorepos",
    resources: {
      pages: site({
        name: "quarry-pages",
        repoUrl: repository("quarry"),
        branch: "main",
        rootDirectory: "web",
        buildCommand: "npm install && npx vite build",
        publishPath: "./dist",
        routes: [{ type: "rewrite", source: "/*", destination: "/index.html" }],
      }),
    },
  },
  {
    name: "pages-below-a-folder",
    why: "Without a root directory the build enters the folder, and the pages are named from the repository.",
    source: "a deployment guide of a public repository; Render's page on static sites",
    resources: {
      pages: site({
        name: "quarry-pages",
        repoUrl: repository("quarry"),
        branch: "main",
        buildCommand: "cd frontend && npm install && npx vite build",
        publishPath: "frontend/dist",
        envVars: {
          VITE_SUPABASE_URL: { value: `https://${REF}.supabase.co` },
          VITE_SUPABASE_ANON_KEY: { value: keyOf("anon") },
        },
      }),
    },
  },
  {
    name: "pages-of-react-scripts",
    why: "react-scripts writes its pages to build, and CI=false lets it go on at a warning.",
    source: "Create React App's page on deployment; Render's page on Create React App",
    resources: {
      pages: site({
        name: "quarry-pages",
        repoUrl: repository("pages"),
        branch: "main",
        buildCommand: "yarn install --frozen-lockfile && CI=false npx react-scripts build",
        publishPath: "build",
        envVars: { REACT_APP_STRIPE_PUBLISHABLE_KEY: { value: "pk_live_51QrTz8KdWv3mXbLp6Yc9" } },
        headers: [{ path: "/*", name: "X-Frame-Options", value: "sameorigin" }],
      }),
    },
  },
  {
    name: "keys-of-both-roles",
    why: "Browsers have the key anon, and the server alone that of service_role.",
    source: "Supabase's page on API keys; Next's page on environment variables",
    resources: {
      shop: open(
        NODE,
        "quarry-shop",
        "npx next start -H 0.0.0.0 -p $PORT",
        {
          NEXT_PUBLIC_SUPABASE_URL: `https://${REF}.supabase.co`,
          NEXT_PUBLIC_SUPABASE_ANON_KEY: keyOf("anon"),
          SUPABASE_SERVICE_ROLE_KEY: keyOf("service_role"),
          NEXT_PUBLIC_SITE_URL: "https://quarry-shop.onrender.com",
        },
        { healthCheckPath: "/" },
      ),
    },
  },
  {
    name: "folder-as-the-root-directory",
    why: "The repository is named by its address, and the folder by a field of its own.",
    source: "Render's page on monorepos",
    resources: {
      api: web({
        name: "quarry-api",
        plan: "starter",
        region: "ohio",
        rootDirectory: "backend",
        startCommand: "node dist/server.js",
        runtimeSource: {
          nativeRuntime: {
            ...native("node", "npm ci --include=dev && npm run build").nativeRuntime,
            repoUrl: repository("quarry"),
          },
        },
        healthCheckPath: "/health",
        envVars: values({ PORT: "8000", DATABASE_URL: SESSION }),
      }),
    },
  },
  {
    name: "group-with-the-pooler",
    why: "The group's URL has the pooler's host, and each service that is linked reads it.",
    source: "Supabase's page on connecting; Render's page on env groups",
    resources: {
      shared: envGroup({
        name: "quarry-shared",
        envVars: values({
          DATABASE_URL: pooled("5432/postgres?sslmode=require"),
          SUPABASE_URL: `https://${REF}.supabase.co`,
        }),
      }),
      api: open(PYTHON, "quarry-api", GUNICORN),
      tasks: service(worker, PYTHON, "quarry-tasks", "python -m quarry.tasks", {}),
      link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${api.id}", "${tasks.id}"] }),
    },
  },
];
