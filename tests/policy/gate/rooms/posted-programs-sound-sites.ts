import type { ProgramCase, Resource } from "../eighteenth-form";
import { pages } from "./posted-programs-form";

const sound = (
  name: string,
  why: string,
  source: string,
  resources: Readonly<Record<string, Resource>>,
): ProgramCase => ({ name, why, source, resources });

/** Sound programs of static sites. */
export const POSTED_PROGRAMS_SOUND_SITES: readonly ProgramCase[] = [
  sound(
    "tern-sound-angular",
    "The folder is that of the application builder.",
    "cloudflare/cloudflare-docs, issue 14187, as it ends",
    { pages: pages("npm ci && npx ng build --configuration production", "dist/tern/browser") },
  ),
  sound("tern-sound-docusaurus", "build is its folder.", "Render's tutorial on static sites", {
    pages: pages("yarn install && yarn docusaurus build", "build"),
  }),
  sound("tern-sound-hugo", "public is its folder.", "Render's tutorial on static sites", {
    pages: pages("hugo --gc --minify", "public", { HUGO_VERSION: "0.147.0" }),
  }),
  sound("tern-sound-next-export", "out is the export's folder.", "Render's tutorial on static sites", {
    pages: pages("npm ci && npx next build", "out"),
  }),
  sound(
    "tern-sound-workspace-site",
    "The folder is read from the repository's root.",
    "Render's page on monorepos",
    { pages: pages("pnpm install --frozen-lockfile && pnpm --filter web build", "apps/web/dist") },
  ),
  sound(
    "tern-sound-site-below-its-root",
    "The folder is read below the root directory.",
    "Render's page on monorepos",
    { pages: pages("npm ci && npx vite build", "dist", {}, { rootDirectory: "frontend" }) },
  ),
  sound(
    "tern-sound-production-with-development-packages",
    "npm installs them all the same.",
    "CaviraOSS/LongMemory, pull request 159, as it ends",
    { pages: pages("npm ci --include=dev && npm run build", "dist", { NODE_ENV: "production" }) },
  ),
];
