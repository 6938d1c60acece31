// Longer than 200 lines: one table, a row for each site.
import { type BrokenProgram, envGroup, envGroupLink, site, values } from "../eighteenth-form";
import { NODE, open, PYTHON, pages, repository, UVICORN } from "./frameworks-form";

const PUBLISH = "service/publish-path";

/** A site whose pages are in another folder than the one it publishes. */
const elsewhere = (
  name: string,
  buildCommand: string,
  publishPath: string,
  why: string,
  source: string,
): BrokenProgram => ({
  name,
  rules: [PUBLISH],
  at: ["pages", "publishPath"],
  alsoAt: [["pages", "buildCommand"]],
  why,
  source,
  resources: { pages: pages(buildCommand, publishPath) },
});

/** Broken programs with a static site. */
export const FRAMEWORKS_SITES_BROKEN: readonly BrokenProgram[] = [
  elsewhere(
    "folder-of-gatsby-named-build",
    "npm ci && npx gatsby build",
    "build",
    "Gatsby writes its pages to public.",
    "Gatsby's page on gatsby build",
  ),
  elsewhere(
    "folder-of-hugo-named-dist",
    "hugo --gc --minify",
    "dist",
    "Hugo writes its pages to public.",
    "Hugo's page on its command; Render's page on Hugo",
  ),
  elsewhere(
    "folder-of-mkdocs-is-its-sources",
    "pip install mkdocs-material && mkdocs build --strict",
    "docs",
    "MkDocs writes its pages to site, and docs has its sources.",
    "MkDocs' page on its command",
  ),
  elsewhere(
    "folder-of-docusaurus-named-dist",
    "npm ci && npx docusaurus build",
    "dist",
    "Docusaurus writes its pages to build.",
    "Docusaurus' page on deployment",
  ),
  elsewhere(
    "folder-of-vitepress-at-the-root",
    "npm ci && npx vitepress build docs",
    "dist",
    "VitePress writes its pages to docs/.vitepress/dist.",
    "VitePress' page on deploying",
  ),
  elsewhere(
    "folder-of-nuxt-without-pages",
    "npm ci && npx nuxi build",
    ".output/public",
    "nuxi build writes a server: the public folder has no index.html; nuxi generate writes pages.",
    "Nuxt's page on deployment",
  ),
  elsewhere(
    "folder-of-a-filtered-package",
    "pnpm install --frozen-lockfile && pnpm --filter web build",
    "dist",
    "The script runs in the package's folder: its pages are in apps/web/dist.",
    "pnpm's page on filtering; Render's page on monorepos",
  ),
  elsewhere(
    "folder-of-a-package-by-prefix",
    "npm --prefix frontend ci && npm --prefix frontend run build",
    "dist",
    "The script runs in frontend: its pages are in frontend/dist.",
    "npm's page on its configuration",
  ),
  elsewhere(
    "folder-of-quasar-without-its-mode",
    "npm ci && npx quasar build",
    "dist",
    "Quasar writes its pages to dist/spa.",
    "Quasar's page on its commands",
  ),
  elsewhere(
    "folder-of-angular-without-the-project",
    "npm ci && npx ng build --configuration production",
    "dist",
    "Angular writes its pages to dist/<project>/browser.",
    "Angular's page on building",
  ),
  {
    name: "developers-server-builds-the-site",
    rules: [PUBLISH, "service/start-command", "service/unmet-need"],
    at: ["pages", "buildCommand"],
    alsoAt: [["pages", "publishPath"]],
    why: "npm start runs a developer's server: the build never ends, and no folder is written.",
    source: "Render's page on troubleshooting deploys",
    resources: { pages: pages("npm install && npm run dev", "dist") },
  },
  {
    name: "catch-all-before-the-api",
    rules: [],
    at: ["pages", "routes"],
    alsoAt: [
      ["pages", "routes[1]"],
      ["pages", "routes[0]"],
    ],
    why: "The first rule that matches is applied: each request of the API gets index.html.",
    source: "Render's page on redirects and rewrites",
    resources: {
      pages: pages(
        "npm ci && npx vite build",
        "dist",
        {},
        {
          routes: [
            { type: "rewrite", source: "/*", destination: "/index.html" },
            { type: "rewrite", source: "/api/*", destination: "https://kiln-api.onrender.com/*" },
          ],
        },
      ),
      api: open(PYTHON, "kiln-api", UVICORN),
    },
  },
  {
    name: "api-behind-the-site-by-an-internal-name",
    rules: ["service/private-network"],
    at: ["pages", "routes"],
    alsoAt: [["pages", "routes[0].destination"]],
    why: "Render's edge asks the destination, and it is on no private network.",
    source: "Render's pages on redirects and rewrites and on the private network",
    resources: {
      pages: pages(
        "npm ci && npx vite build",
        "dist",
        {},
        {
          routes: [{ type: "rewrite", source: "/api/*", destination: "http://kiln-api:8000/*" }],
        },
      ),
      api: open(PYTHON, "kiln-api", UVICORN),
    },
  },
  {
    name: "pages-ask-the-developers-machine",
    rules: [
      "service/private-network",
      "environment/debug-in-production",
      "database/local-host",
      "environment/refused-value",
    ],
    at: ["pages", "envVars.REACT_APP_API_URL"],
    why: "The address that is built into the pages is the visitor's own machine.",
    source: "Create React App's page on variables; aryandas2911/DailyForge 787",
    resources: {
      pages: pages("npm ci && npx react-scripts build", "build", {
        REACT_APP_API_URL: "http://127.0.0.1:5000/api",
      }),
      api: open(NODE, "kiln-api", "node dist/server.js"),
    },
  },
  {
    name: "mongo-url-in-pages",
    rules: ["secret/in-browser"],
    at: ["pages", "envVars.VITE_MONGODB_URI"],
    why: "Vite writes the variable into the pages, and whoever opens one has the database.",
    source: "Vite's page on env and modes",
    resources: {
      pages: pages("npm ci && npx vite build", "dist", {
        VITE_MONGODB_URI: "mongodb+srv://kiln:Rk6potterGlaze3@cluster0.q7x2k.mongodb.net/kiln",
      }),
    },
  },
  {
    name: "group-of-the-site-with-a-key-of-a-server",
    rules: ["secret/in-browser"],
    at: ["shared", "envVars.PUBLIC_STRIPE_SECRET_KEY"],
    alsoAt: [
      ["pages", "envVars"],
      ["link", "envGroupId"],
      ["shared", "envVars"],
    ],
    why: "Astro writes what begins with PUBLIC_ into its pages.",
    source: "Astro's page on variables",
    resources: {
      shared: envGroup({
        name: "kiln-shared",
        envVars: values({ PUBLIC_STRIPE_SECRET_KEY: "sk_live_51Qk7LmZx7Rt4VnWb9YhCs3PdJg6EuAo1IiNx5Kt" }),
      }),
      pages: pages("npm ci && npx astro build", "dist"),
      link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${pages.id}"] }),
    },
  },
  {
    name: "own-domain-of-the-platform",
    rules: ["service/custom-domain"],
    at: ["pages", "customDomains"],
    alsoAt: [
      ["pages", "customDomains[0]"],
      ["pages", "customDomains[0].name"],
    ],
    why: "A name below onrender.com is Render's own and no custom domain.",
    source: "Render's page on custom domains",
    resources: {
      pages: site({
        name: "kiln-pages",
        repoUrl: repository("pages"),
        branch: "main",
        buildCommand: "npm ci && npx astro build",
        publishPath: "dist",
        customDomains: [{ name: "kiln-shop.onrender.com" }],
      }),
    },
  },
];
