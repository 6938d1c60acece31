import { type BrokenProgram, values } from "../eighteenth-form";
import { inner, nodeApp, python } from "../twentieth-form";
import { DIRECT_URL, NETWORK, PUBLISH, pages, REFUSED, SESSION, UNICORN } from "./twenty-eighth-form";

const LOCAL = "database/local-host";
const ORDER = "service/route-order";
const api = python("fen-api", UNICORN, { DATABASE_URL: SESSION });
const site = (buildCommand: string, publishPath: string, more = {}) => ({
  api,
  pages: pages(buildCommand, publishPath, more),
});
const folder = (
  name: string,
  why: string,
  source: string,
  buildCommand: string,
  publishPath: string,
  more = {},
): BrokenProgram => ({
  name: `twenty-eighth-${name}`,
  rules: [PUBLISH],
  at: ["pages", "publishPath"],
  why,
  source,
  resources: site(buildCommand, publishPath, more),
});
const asks = (name: string, why: string, source: string, variable: string, value: string): BrokenProgram => ({
  name: `twenty-eighth-${name}`,
  rules: [NETWORK, LOCAL, REFUSED],
  at: ["pages", `envVars.${variable}`],
  why,
  source,
  resources: {
    ...site("npm ci && npm run build", "dist", { envVars: values({ [variable]: value }) }),
    api: inner("fen-api", UNICORN, { PORT: "8000", DATABASE_URL: SESSION }),
  },
});

/** Broken programs: sites whose folder, routes or backend is not where it is looked for. */
export const REJECTED_PROGRAM_SITES_OF_TWENTY_EIGHTH: readonly BrokenProgram[] = [
  folder(
    "vite-published-from-build",
    "Vite writes to dist, and Create React App wrote to build.",
    "Render's tutorial on static sites",
    "npm ci && npx vite build",
    "build",
  ),
  folder(
    "react-scripts-published-from-dist",
    "react-scripts writes to build.",
    "Render's tutorial on static sites",
    "npm ci && npx react-scripts build",
    "dist",
  ),
  folder(
    "folder-of-a-subfolder",
    "The build ran in frontend, and its dist is there.",
    "Canopus-Labs/PrepPilot, pull request 1507",
    "cd frontend && npm install && npx vite build",
    "dist",
  ),
  folder(
    "folder-of-the-root-named-twice",
    "The root directory is frontend already, and publishPath is below it.",
    "Canopus-Labs/PrepPilot, pull request 1520",
    "npm ci && npx vite build",
    "frontend/dist",
    { rootDirectory: "frontend" },
  ),
  folder(
    "hugo-published-from-dist",
    "Hugo writes to public unless -d says otherwise.",
    "nwtgck/actions-netlify, issue 27",
    "hugo --gc --minify",
    "dist",
  ),
  folder(
    "astro-published-from-build",
    "Astro writes to dist.",
    "Render's tutorial on static sites",
    "npm ci && npx astro build",
    "build",
  ),
  folder(
    "docusaurus-published-from-public",
    "Docusaurus writes to build.",
    "Render's tutorial on static sites",
    "npm ci && npx docusaurus build",
    "public",
  ),
  folder(
    "mkdocs-published-from-docs",
    "MkDocs writes to site, and docs are its sources.",
    "MkDocs' page on its configuration",
    "pip install mkdocs-material && mkdocs build",
    "docs",
  ),
  {
    name: "twenty-eighth-fallback-before-the-api",
    rules: [ORDER],
    at: ["pages", "routes"],
    why: "The first rule takes every path, so /api/* is answered with the page.",
    source: "Render's page on redirects and rewrites",
    resources: site("npm ci && npx vite build", "dist", {
      routes: [
        { type: "rewrite", source: "/*", destination: "/index.html" },
        { type: "rewrite", source: "/api/*", destination: "https://fen-api.onrender.com/*" },
      ],
    }),
  },
  {
    name: "twenty-eighth-redirect-to-itself",
    rules: [ORDER],
    at: ["pages", "routes"],
    why: "/login leads to /login, and a browser gives up.",
    source: "Render's page on redirects and rewrites",
    resources: site("npm ci && npx vite build", "dist", {
      routes: [
        { type: "redirect", source: "/login", destination: "/login" },
        { type: "rewrite", source: "/*", destination: "/index.html" },
      ],
    }),
  },
  asks(
    "pages-ask-localhost",
    "A visitor's browser finds no server at its own localhost.",
    "vitejs/vite, issue 10818",
    "VITE_API_URL",
    "http://localhost:8000",
  ),
  asks(
    "react-pages-ask-localhost",
    "A visitor's browser finds no server at its own 127.0.0.1.",
    "MarechJ/hll_rcon_tool, pull request 263",
    "REACT_APP_API_URL",
    "http://127.0.0.1:8000/api/",
  ),
  asks(
    "pages-ask-an-internal-name",
    "fen-api is a name of Render's private network, where no browser is.",
    "Render's skill on static sites: they are not on the private network",
    "VITE_API_BASE_URL",
    "http://fen-api:8000",
  ),
  {
    name: "twenty-eighth-next-asks-localhost-in-the-browser",
    rules: [NETWORK, LOCAL, REFUSED],
    at: ["front", "envVars.NEXT_PUBLIC_API_URL"],
    why: "NEXT_PUBLIC_ is written into the pages, and a browser's localhost is the visitor's.",
    source: "vitejs/vite, issue 10818; Next's page on environment variables",
    resources: {
      api,
      front: nodeApp("fen-front", "npx next start -p $PORT", {
        NEXT_PUBLIC_API_URL: "http://localhost:8000",
      }),
    },
  },
  {
    name: "twenty-eighth-backend-of-a-site-by-the-direct-host",
    rules: ["database/ipv6-only-host"],
    at: ["api", "envVars.DATABASE_URL"],
    why: "The backend looks for a host that has IPv6 alone.",
    source: "supabase/supabase, pull request 20394",
    resources: {
      api: python("fen-api", UNICORN, { DATABASE_URL: DIRECT_URL }),
      pages: pages("npm ci && npx vite build", "dist"),
    },
  },
];
