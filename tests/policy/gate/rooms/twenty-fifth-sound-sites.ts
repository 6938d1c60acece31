import { envGroup, envGroupLink, type ProgramCase, values } from "../eighteenth-form";
import { keyOf, NODE, ONE_PAGE, open, pages, REF, SESSION } from "./twenty-fifth-form";

const API = { VITE_API_URL: "https://lantern-api.onrender.com" };

/** Sound static sites, each beside a broken one that looks like it. */
export const SOUND_SITES_OF_TWENTY_FIFTH: readonly ProgramCase[] = [
  {
    name: "twenty-fifth-site-of-create-react-app",
    why: "react-scripts writes to build.",
    source: "Create React App's page on deployment",
    resources: {
      pages: pages("lantern-pages", "npm ci && npx react-scripts build", "build", {}, ONE_PAGE),
    },
  },
  {
    name: "twenty-fifth-site-of-vite",
    why: "Vite writes to dist, with a key that browsers may have.",
    source: "Render's guide on static sites of React",
    resources: {
      pages: pages(
        "lantern-pages",
        "yarn install --frozen-lockfile && yarn vite build",
        "./dist",
        { ...API, VITE_SUPABASE_URL: `https://${REF}.supabase.co`, VITE_SUPABASE_ANON_KEY: keyOf("anon") },
        ONE_PAGE,
      ),
    },
  },
  {
    name: "twenty-fifth-site-of-angular",
    why: "The application builder writes browsers' files below the project's name.",
    source: "a public Blueprint with ui/dist/ui/browser",
    resources: {
      pages: pages(
        "lantern-pages",
        "cd ui && npm install && npm run build",
        "ui/dist/ui/browser",
        {},
        ONE_PAGE,
      ),
    },
  },
  {
    name: "twenty-fifth-site-of-a-root-directory",
    why: "The publish path is within the root directory, and the build goes up to the workspace's root.",
    source: "a public Blueprint of a pnpm workspace",
    resources: {
      pages: pages(
        "lantern-pages",
        "cd ../.. && pnpm install --frozen-lockfile && pnpm --filter @lantern/web build",
        "dist",
        API,
        {
          ...ONE_PAGE,
          rootDirectory: "apps/web",
          buildFilter: { paths: ["apps/web/**", "packages/**", "pnpm-lock.yaml"], ignoredPaths: ["**/*.md"] },
          headers: [{ path: "/*", name: "X-Frame-Options", value: "sameorigin" }],
        },
      ),
    },
  },
  {
    name: "twenty-fifth-site-of-a-folder",
    why: "The build goes to the folder, and the publish path has it in front.",
    source: "public Blueprints of a frontend in a folder",
    resources: {
      pages: pages(
        "lantern-pages",
        "cd frontend && npm ci && npx vite build",
        "frontend/dist",
        API,
        ONE_PAGE,
      ),
    },
  },
  {
    name: "twenty-fifth-site-of-hugo",
    why: "Hugo writes to public.",
    source: "Hugo's page on hosting at Render",
    resources: {
      pages: pages("lantern-blog", "hugo --gc --minify", "public", { HUGO_VERSION: "0.135.0" }),
    },
  },
  {
    name: "twenty-fifth-site-of-docusaurus",
    why: "Docusaurus writes to build.",
    source: "Docusaurus's page on deployment",
    resources: { pages: pages("lantern-docs", "yarn && yarn docusaurus build", "build") },
  },
  {
    name: "twenty-fifth-site-of-mkdocs",
    why: "MkDocs writes to site.",
    source: "MkDocs's page on deploying",
    resources: {
      pages: pages("lantern-docs", "pip install -r requirements.txt && mkdocs build", "site", {
        PYTHON_VERSION: "3.12.4",
      }),
    },
  },
  {
    name: "twenty-fifth-site-of-jekyll",
    why: "Jekyll writes to _site.",
    source: "Render's guide on Jekyll",
    resources: {
      pages: pages("lantern-blog", "bundle install && bundle exec jekyll build", "_site", {
        JEKYLL_ENV: "production",
      }),
    },
  },
  {
    name: "twenty-fifth-site-without-a-build",
    why: "The pages are in the repository as they are.",
    source: "Render's page on static sites",
    resources: { pages: pages("lantern-landing", "echo nothing to build", "public") },
  },
  {
    name: "twenty-fifth-site-and-server-with-a-domain-each",
    why: "Each domain is of one service, and a name without its scheme.",
    source: "Render's page on custom domains",
    resources: {
      pages: pages(
        "lantern-pages",
        "npm ci && npx astro build",
        "dist",
        {},
        {
          customDomains: [{ name: "lantern-works.com" }],
        },
      ),
      api: open(
        NODE,
        "lantern-api",
        "node dist/main.js",
        { DATABASE_URL: SESSION },
        { customDomains: [{ name: "api.lantern-works.com" }] },
      ),
    },
  },
  {
    name: "twenty-fifth-group-of-a-site-with-public-keys",
    why: "The linked group has what browsers may have; the server's key is the server's own.",
    source: "Vite's page on variables; OpenAI's page on keys",
    resources: {
      shared: envGroup({
        name: "lantern-public",
        envVars: values({
          VITE_SUPABASE_URL: `https://${REF}.supabase.co`,
          VITE_SUPABASE_PUBLISHABLE_KEY: "sb_publishable_7Yc2LanternQm0Wv4TzKp9Rx_8sFd1aGh",
        }),
      }),
      api: open(NODE, "lantern-api", "node dist/main.js", {
        DATABASE_URL: SESSION,
        OPENAI_API_KEY: "sk-proj-q8Zr2LanternXc5Vb7Nm1Kp0Wt6Yh3Jd9",
      }),
      pages: pages("lantern-pages", "npm ci && npx vite build", "dist", {}, ONE_PAGE),
      link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${pages.id}"] }),
    },
  },
];
