import { type ProgramCase, values } from "../eighteenth-form";
import { app, built, GUNICORN, key, NODE, PYTHON, pages, REF, SESSION, UNICORN } from "./twenty-seventh-form";

/** Sound programs: sites and what a build writes, routes, domains and names. */
export const SOUND_PROGRAM_SITES_OF_TWENTY_SEVENTH: readonly ProgramCase[] = [
  {
    name: "twenty-seventh-vite-in-dist",
    why: "Vite writes to dist.",
    source: "Vite's page on deploying: Render",
    resources: { front: pages("brook-front", "npm ci && npx vite build", "dist") },
  },
  {
    name: "twenty-seventh-vite-with-its-folder-named",
    why: "--outDir says where the pages are.",
    source: "Vite's page on its command",
    resources: { front: pages("brook-front", "npm ci && npx vite build --outDir build", "build") },
  },
  {
    name: "twenty-seventh-react-scripts-in-build",
    why: "react-scripts writes to build.",
    source: "Render's page on create-react-app",
    resources: { front: pages("brook-front", "yarn && yarn react-scripts build", "build") },
  },
  {
    name: "twenty-seventh-next-export-in-out",
    why: "The configuration exports the pages to out.",
    source: "Next's page on static exports",
    resources: { front: pages("brook-front", "npm ci && npx next build", "out") },
  },
  {
    name: "twenty-seventh-gatsby-in-public",
    why: "Gatsby writes to public.",
    source: "Render's page on Gatsby",
    resources: { front: pages("brook-front", "npm ci && npx gatsby build", "public") },
  },
  {
    name: "twenty-seventh-docusaurus-in-build",
    why: "Docusaurus writes to build, here in a folder of the repository.",
    source: "Docusaurus' page on deployment",
    resources: {
      docs: pages("brook-docs", "npm ci && npx docusaurus build", "build", { rootDirectory: "website" }),
    },
  },
  {
    name: "twenty-seventh-mkdocs-in-site",
    why: "MkDocs writes to site.",
    source: "MkDocs' page on deploying",
    resources: { docs: pages("brook-docs", "pip install mkdocs-material && mkdocs build", "site") },
  },
  {
    name: "twenty-seventh-astro-in-dist",
    why: "Astro writes to dist.",
    source: "Astro's page on Render",
    resources: { front: pages("brook-front", "npm ci && npx astro build", "dist") },
  },
  {
    name: "twenty-seventh-pages-without-a-build",
    why: "The pages are in the repository as they are.",
    source: "Render's page on static sites",
    resources: { front: pages("brook-front", "echo 'nothing to build'", "public") },
  },
  {
    name: "twenty-seventh-api-before-all",
    why: "The narrow route comes first, and the others lead to the one page.",
    source: "Render's page on redirects and rewrites",
    resources: {
      api: app("brook-api", PYTHON, UNICORN, { DATABASE_URL: SESSION }),
      front: pages("brook-front", "npm ci && npm run build", "dist", {
        routes: [
          { type: "rewrite", source: "/api/*", destination: "https://brook-api.onrender.com/*" },
          { type: "rewrite", source: "/*", destination: "/index.html" },
        ],
        headers: [{ path: "/*", name: "X-Frame-Options", value: "DENY" }],
      }),
    },
  },
  {
    name: "twenty-seventh-each-has-its-domain",
    why: "Each service has a domain of its own.",
    source: "Render's page on custom domains",
    resources: {
      api: app(
        "brook-api",
        PYTHON,
        GUNICORN,
        { DATABASE_URL: SESSION, ALLOWED_HOSTS: ".onrender.com,api.dipper-brook.com" },
        { customDomains: [{ name: "api.dipper-brook.com" }] },
      ),
      front: pages("brook-front", "npm ci && npx vite build", "dist", {
        customDomains: [{ name: "dipper-brook.com" }],
      }),
    },
  },
  {
    name: "twenty-seventh-page-has-the-public-key",
    why: "The key of the browser is in the page, and both are one project's.",
    source: "Supabase's page on API keys",
    resources: {
      front: pages("brook-front", "npm ci && npx vite build", "dist", {
        envVars: values({
          VITE_SUPABASE_URL: `https://${REF}.supabase.co`,
          VITE_SUPABASE_ANON_KEY: key("anon"),
        }),
      }),
      api: app("brook-api", NODE, "node dist/main.js", {
        DATABASE_URL: SESSION,
        SUPABASE_URL: `https://${REF}.supabase.co`,
        SUPABASE_SERVICE_ROLE_KEY: key("service_role"),
      }),
    },
  },
  {
    name: "twenty-seventh-nest-is-built",
    why: "dist is made by the build.",
    source: "Render's page on Nest",
    resources: {
      web: app(
        "brook-web",
        NODE,
        "node dist/main.js",
        { DATABASE_URL: SESSION },
        built("node", "npm ci && npx nest build"),
      ),
    },
  },
];
