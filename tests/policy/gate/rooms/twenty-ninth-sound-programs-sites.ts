import { type ProgramCase, type Resource, values } from "../eighteenth-form";
import { key, pages, pythonWeb, REF } from "./twenty-ninth-form";

const sound = (
  name: string,
  why: string,
  source: string,
  pagesOf: Resource,
  others: Readonly<Record<string, Resource>> = {},
): ProgramCase => ({ name: `twenty-ninth-${name}`, why, source, resources: { ...others, pages: pagesOf } });
const VITE = "npm ci && npx vite build";

/** Static sites that are published from their folder, and ask what a browser reaches. */
export const SOUND_PROGRAM_SITES_OF_TWENTY_NINTH: readonly ProgramCase[] = [
  sound(
    "vite-published-from-dist",
    "Vite writes to dist.",
    "common; Vite's page on building",
    pages(VITE, "dist"),
  ),
  sound(
    "vite-published-from-its-out-dir",
    "--outDir names the folder.",
    "common; Vite's page on its command line",
    pages(`${VITE} --outDir public_html`, "public_html"),
  ),
  sound(
    "react-scripts-published-from-build",
    "react-scripts writes to build.",
    "a page on rewrites at Render (onetechlyambr19.blogspot.com, October 2025)",
    pages("npm ci && npx react-scripts build", "build"),
  ),
  sound(
    "hugo-published-from-public",
    "Hugo writes to public.",
    "common; Hugo's page on its command line",
    pages("hugo --gc --minify", "public"),
  ),
  sound(
    "astro-published-from-dist",
    "Astro writes to dist.",
    "common; Astro's page on Render",
    pages("npm ci && npx astro build", "dist"),
  ),
  sound(
    "site-catches-all-after-its-api",
    "The API's route comes first, and the rest goes to the page.",
    "common; Render's page on redirects and rewrites",
    pages(VITE, "dist", {
      routes: [
        { type: "rewrite", source: "/api/*", destination: "https://willow-api.onrender.com/api/*" },
        { type: "rewrite", source: "/*", destination: "/index.html" },
      ],
    }),
    { api: pythonWeb("willow-api") },
  ),
  sound(
    "site-redirects-an-old-path",
    "The target is none of the sources.",
    "common; Render's page on redirects and rewrites",
    pages(VITE, "dist", {
      routes: [
        { type: "redirect", source: "/blog/:slug", destination: "/posts/:slug" },
        { type: "rewrite", source: "/*", destination: "/index.html" },
      ],
    }),
  ),
  sound(
    "site-with-the-anon-key",
    "The anon key is made for browsers.",
    "common; Supabase's page on keys",
    pages(VITE, "dist", {
      envVars: values({
        VITE_SUPABASE_URL: `https://${REF}.supabase.co`,
        VITE_SUPABASE_ANON_KEY: key("anon"),
      }),
    }),
  ),
  sound(
    "site-asks-the-public-address",
    "The API's public address is reached by a browser.",
    "common; Render's page on static sites",
    pages(VITE, "dist", {
      envVars: values({ VITE_API_URL: "https://willow-api.onrender.com" }),
      customDomains: [{ name: "www.willowcreek.dev" }],
    }),
    { api: pythonWeb("willow-api") },
  ),
];
