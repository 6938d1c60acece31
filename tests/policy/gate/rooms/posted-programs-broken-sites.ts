import type { BrokenProgram } from "../eighteenth-form";
import { unsignedKey } from "../supabase-project";
import { nodeApp } from "../twentieth-form";
import { PUBLISH, pages, REF, vite } from "./posted-programs-form";

const SERVICE_KEY = unsignedKey(
  { ref: REF, role: "service_role", iat: 1735689600, exp: 2051265600 },
  "dGVybi1yZWVmLWNhbmFyeS1zaWduYXR1cmUtMDAwMDA",
);
const folder = (
  name: string,
  why: string,
  source: string,
  build: string,
  path: string,
  more = {},
): BrokenProgram => ({
  name,
  rules: [PUBLISH],
  at: ["pages", "publishPath"],
  alsoAt: [
    ["pages", "buildCommand"],
    ["pages", "rootDirectory"],
  ],
  why,
  source,
  resources: { pages: pages(build, path, {}, more) },
});

/** Broken programs of static sites, and of what a build writes into pages. */
export const POSTED_PROGRAMS_BROKEN_SITES: readonly BrokenProgram[] = [
  folder(
    "tern-react-scripts-in-dist",
    "react-scripts writes build.",
    "Render's tutorial on static sites: folders by framework",
    "yarn && CI=false yarn react-scripts build",
    "dist",
  ),
  folder(
    "tern-angular-without-browser",
    "Since Angular 17 the pages are in browser below dist/NAME: dist has no index.html.",
    "cloudflare/cloudflare-docs, issue 14187; angular-schule/angular-cli-ghpages, issue 190",
    "npm ci && npx ng build --configuration production",
    "dist",
  ),
  folder(
    "tern-docusaurus-in-public",
    "docusaurus build writes build.",
    "Render's tutorial on static sites: folders by framework",
    "yarn install && yarn docusaurus build",
    "public",
  ),
  folder(
    "tern-hugo-in-dist",
    "hugo writes public.",
    "Render's tutorial on static sites: folders by framework",
    "hugo --gc --minify",
    "dist",
  ),
  folder(
    "tern-next-in-its-own-folder",
    ".next holds what next start serves, and no index.html.",
    "vercel/vercel, issue 3783; Render's tutorial: out",
    "npm ci && npx next build",
    ".next",
  ),
  folder(
    "tern-folder-named-twice",
    "The folder is read below the root directory: frontend/frontend/dist is not there.",
    "Render's page on monorepos; Render's tutorial on static sites",
    "npm ci && npx vite build",
    "frontend/dist",
    { rootDirectory: "frontend" },
  ),
  {
    name: "tern-vite-in-production-mode-of-npm",
    rules: ["service/missing-requirement", "service/unmet-need"],
    at: ["pages", "envVars.NODE_ENV"],
    alsoAt: [["pages", "buildCommand"]],
    why: "With NODE_ENV=production npm leaves out devDependencies, where Vite's templates have vite: not found.",
    source: "CaviraOSS/LongMemory, pull request 159; vitejs/vite, issue 14045",
    resources: {
      pages: pages("npm install && npm run build", "dist", { NODE_ENV: "production" }),
    },
  },
  {
    name: "tern-service-key-of-next",
    rules: ["secret/in-browser", "database/key-role"],
    at: ["front", "envVars.NEXT_PUBLIC_SUPABASE_SERVICE_ROLE_KEY"],
    why: "Next writes the key into the pages, and it passes all row level security.",
    source: "whoiskatrin/chart-gpt, issue 86; teamhanko/docs, pull request 65",
    resources: {
      front: nodeApp("tern-front", "npx next start -p $PORT", {
        NEXT_PUBLIC_SUPABASE_URL: `https://${REF}.supabase.co`,
        NEXT_PUBLIC_SUPABASE_SERVICE_ROLE_KEY: SERVICE_KEY,
      }),
    },
  },
  {
    name: "tern-service-key-under-the-name-of-anon",
    rules: ["secret/in-browser", "database/key-role"],
    at: ["pages", "envVars.VITE_SUPABASE_ANON_KEY"],
    why: "The key's own claim is service_role.",
    source: "mohdmaazgani/symptom-scribe-clean, issue 780; semgrep/semgrep-rules, pull request 4057",
    resources: {
      pages: vite({ VITE_SUPABASE_URL: `https://${REF}.supabase.co`, VITE_SUPABASE_ANON_KEY: SERVICE_KEY }),
    },
  },
];
