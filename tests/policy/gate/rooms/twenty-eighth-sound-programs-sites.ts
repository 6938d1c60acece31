import { type ProgramCase, values } from "../eighteenth-form";
import { nodeApp, python } from "../twentieth-form";
import { API, key, pages, SESSION, UNICORN } from "./twenty-eighth-form";

const api = python("fen-api", UNICORN, { DATABASE_URL: SESSION });
const site = (
  name: string,
  why: string,
  source: string,
  buildCommand: string,
  publishPath: string,
  more = {},
): ProgramCase => ({
  name: `twenty-eighth-sound-${name}`,
  why,
  source,
  resources: { api, pages: pages(buildCommand, publishPath, more) },
});
const VITE = "npm ci && npx vite build";
const fallback = { type: "rewrite", source: "/*", destination: "/index.html" };

/** Sound programs: sites with their folders, routes and backends. */
export const SOUND_PROGRAM_SITES_OF_TWENTY_EIGHTH: readonly ProgramCase[] = [
  site("vite", "Vite writes to dist.", "Render's tutorial on static sites", VITE, "dist"),
  site(
    "script-of-the-project",
    "What npm run build writes is the project's to say.",
    "Render's tutorial on static sites",
    "npm ci && npm run build",
    "build",
  ),
  site(
    "react-scripts",
    "react-scripts writes to build.",
    "Render's tutorial on static sites",
    "yarn install --frozen-lockfile && npx react-scripts build",
    "build",
  ),
  site(
    "subfolder",
    "The build ran in frontend, and its folder is there.",
    "Canopus-Labs/PrepPilot, pull request 1507",
    "cd frontend && npm install && npx vite build",
    "frontend/dist",
  ),
  site(
    "root-directory",
    "The folder is below the root directory.",
    "Canopus-Labs/PrepPilot, pull request 1520",
    VITE,
    "dist",
    { rootDirectory: "frontend" },
  ),
  site(
    "chosen-folder",
    "--outDir says where.",
    "Vite's page on building",
    "npm ci && npx vite build --outDir public",
    "public",
  ),
  site("hugo", "Hugo writes to public.", "nwtgck/actions-netlify, issue 27", "hugo --gc --minify", "public"),
  site("hugo-destination", "-d says where.", "Hugo's page on its CLI", "hugo --minify -d dist", "dist"),
  site(
    "astro",
    "Astro writes to dist.",
    "Render's tutorial on static sites",
    "npm ci && npx astro build",
    "dist",
  ),
  site(
    "mkdocs",
    "MkDocs writes to site.",
    "MkDocs' page on its configuration",
    "pip install mkdocs-material && mkdocs build",
    "site",
  ),
  site(
    "jekyll",
    "Jekyll writes to _site.",
    "Render's tutorial on static sites",
    "bundle install && bundle exec jekyll build",
    "_site",
  ),
  site(
    "eleventy",
    "Eleventy writes to _site.",
    "Render's tutorial on static sites",
    "npm ci && npx @11ty/eleventy",
    "_site",
  ),
  site("fallback", "Each path is the page's.", "aryandas2911/DailyForge, pull request 546", VITE, "dist", {
    routes: [fallback],
  }),
  site(
    "api-before-the-fallback",
    "The first rule that fits is taken.",
    "Render's page on redirects and rewrites",
    VITE,
    "dist",
    {
      routes: [
        { type: "rewrite", source: "/api/*", destination: "https://fen-api.onrender.com/api/*" },
        { type: "redirect", source: "/home", destination: "/" },
        fallback,
      ],
    },
  ),
  site(
    "public-address-of-the-backend",
    "A browser asks the backend's public name.",
    "aryandas2911/DailyForge, pull request 155",
    VITE,
    "dist",
    { envVars: values({ VITE_API_URL: "https://fen-api.onrender.com" }) },
  ),
  site(
    "public-key-in-the-pages",
    "The anon key is for browsers.",
    "Supabase's page on API keys",
    VITE,
    "dist",
    { envVars: values({ VITE_SUPABASE_URL: API, VITE_SUPABASE_ANON_KEY: key("anon") }) },
  ),
  site("domain", "A name of its own.", "ntrix/amazin, pull request 389", VITE, "dist", {
    customDomains: [{ name: "app.fenworks.io" }],
  }),
  {
    name: "twenty-eighth-sound-next-and-its-backend",
    why: "The pages ask the public name.",
    source: "Next's page on environment variables",
    resources: {
      api,
      front: nodeApp("fen-front", "npx next start -p $PORT", {
        NEXT_PUBLIC_API_URL: "https://fen-api.onrender.com",
      }),
    },
  },
];
