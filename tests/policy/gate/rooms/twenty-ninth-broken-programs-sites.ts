import { type BrokenProgram, type Resource, values } from "../eighteenth-form";
import {
  BROWSER,
  key,
  LOCAL,
  NETWORK,
  PUBLISH,
  pages,
  pythonWeb,
  REF,
  REFUSED,
  ROUTES,
} from "./twenty-ninth-form";

const broken = (
  name: string,
  rules: readonly string[],
  at: string,
  why: string,
  source: string,
  pagesOf: Resource,
  others: Readonly<Record<string, Resource>> = {},
): BrokenProgram => ({
  name: `twenty-ninth-${name}`,
  rules,
  at: ["pages", at],
  why,
  source,
  resources: { ...others, pages: pagesOf },
});
const VITE = "npm ci && npx vite build";

/** Static sites: their folder, their routes, and what a browser gets or asks. */
export const REJECTED_PROGRAM_SITES_OF_TWENTY_NINTH: readonly BrokenProgram[] = [
  broken(
    "vite-published-from-build",
    [PUBLISH],
    "publishPath",
    "Vite writes to dist.",
    "Vite's page on building; common",
    pages(VITE, "build"),
  ),
  broken(
    "react-scripts-published-from-dist",
    [PUBLISH],
    "publishPath",
    "react-scripts writes to build.",
    "a page on rewrites at Render (onetechlyambr19.blogspot.com, October 2025)",
    pages("npm ci && npx react-scripts build", "dist"),
  ),
  broken(
    "hugo-published-from-dist",
    [PUBLISH],
    "publishPath",
    "Hugo writes to public.",
    "common; Hugo's page on its command line",
    pages("hugo --gc --minify", "dist"),
  ),
  broken(
    "astro-published-from-build",
    [PUBLISH],
    "publishPath",
    "Astro writes to dist.",
    "common; Astro's page on Render",
    pages("npm ci && npx astro build", "build"),
  ),
  broken(
    "site-redirects-to-itself",
    [ROUTES],
    "routes",
    "Each redirect leads to the other's source, and neither is a file.",
    "common; Render's page on redirects and rewrites",
    pages(VITE, "dist", {
      routes: [
        { type: "redirect", source: "/home", destination: "/start" },
        { type: "redirect", source: "/start", destination: "/home" },
      ],
    }),
  ),
  broken(
    "site-catches-all-before-its-api",
    [ROUTES],
    "routes",
    "The first route takes every path, so the API's is never reached.",
    "common; Render's page on redirects and rewrites",
    pages(VITE, "dist", {
      routes: [
        { type: "rewrite", source: "/*", destination: "/index.html" },
        { type: "rewrite", source: "/api/*", destination: "https://willow-api.onrender.com/api/*" },
      ],
    }),
  ),
  broken(
    "site-with-the-service-role",
    [BROWSER],
    "envVars.VITE_SUPABASE_SERVICE_ROLE_KEY",
    "Vite writes VITE_ variables into the bundle, and the key passes every policy.",
    "Priyanshu-byte-coder/devtrack, issue 958; teamhanko/docs, pull request 65",
    pages(VITE, "dist", {
      envVars: values({
        VITE_SUPABASE_URL: `https://${REF}.supabase.co`,
        VITE_SUPABASE_SERVICE_ROLE_KEY: key("service_role"),
      }),
    }),
  ),
  broken(
    "site-asks-the-visitors-machine",
    [NETWORK, LOCAL, REFUSED],
    "envVars.VITE_API_URL",
    "A visitor's browser asks its own machine.",
    "common",
    pages(VITE, "dist", { envVars: values({ VITE_API_URL: "http://localhost:8000" }) }),
    { api: pythonWeb("willow-api") },
  ),
  broken(
    "site-asks-a-private-name",
    [NETWORK],
    "envVars.VITE_API_URL",
    "A browser is not in the private network.",
    "Render's article on private networking: static sites are not in it",
    pages(VITE, "dist", { envVars: values({ VITE_API_URL: "http://willow-api:8000" }) }),
    { api: pythonWeb("willow-api") },
  ),
];
