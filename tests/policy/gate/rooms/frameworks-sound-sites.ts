// Longer than 200 lines: one table, a row for each site.
import { envGroup, envGroupLink, type ProgramCase, values } from "../eighteenth-form";
import { open, PYTHON, pages, UVICORN } from "./frameworks-form";

/** A site that publishes the folder with its pages. */
const there = (
  name: string,
  buildCommand: string,
  publishPath: string,
  why: string,
  more: object = {},
): ProgramCase => ({
  name,
  why,
  source: "the build tool's page on its commands; Render's page on static sites",
  resources: { pages: pages(buildCommand, publishPath, {}, { ...more }) },
});

/** Sound programs with a static site. */
export const FRAMEWORKS_SITES_SOUND: readonly ProgramCase[] = [
  there("pages-of-gatsby", "npm ci && npx gatsby build", "public", "Gatsby writes its pages to public."),
  there("pages-of-hugo", "hugo --gc --minify", "public", "Hugo writes its pages to public."),
  there("pages-of-hugo-elsewhere", "hugo --gc --minify -d dist", "dist", "-d names the folder."),
  there(
    "pages-of-mkdocs",
    "pip install mkdocs-material && mkdocs build --strict",
    "site",
    "MkDocs writes its pages to site.",
  ),
  there(
    "pages-of-mkdocs-elsewhere",
    "pip install mkdocs && mkdocs build -d public",
    "public",
    "-d names the folder.",
  ),
  there(
    "pages-of-docusaurus",
    "npm ci && npx docusaurus build",
    "build",
    "Docusaurus writes its pages to build.",
  ),
  there(
    "pages-of-docusaurus-elsewhere",
    "npm ci && npx docusaurus build --out-dir dist",
    "dist",
    "--out-dir names the folder.",
  ),
  there(
    "pages-of-vitepress",
    "npm ci && npx vitepress build docs",
    "docs/.vitepress/dist",
    "VitePress writes its pages below its sources.",
  ),
  there("pages-of-nuxt", "npm ci && npx nuxi generate", ".output/public", "nuxi generate writes pages."),
  there(
    "pages-of-nuxt-by-a-link",
    "npm ci && npx nuxi generate",
    "dist",
    "nuxi generate leaves a link of the name dist.",
  ),
  there(
    "pages-of-a-build-that-prerenders",
    "npm ci && npx nuxi build --prerender",
    ".output/public",
    "--prerender is generate.",
  ),
  there(
    "pages-of-nuxt-by-a-preset",
    "npm ci && NITRO_PRESET=static npx nuxi build",
    ".output/public",
    "the preset static writes pages.",
  ),
  there(
    "pages-of-a-filtered-package",
    "pnpm install --frozen-lockfile && pnpm --filter web build",
    "apps/web/dist",
    "The pages are in the package's folder.",
  ),
  there(
    "pages-of-a-filtered-package-copied",
    "pnpm install && pnpm --filter web build && cp -r apps/web/dist dist",
    "dist",
    "The build copies the pages to the root.",
  ),
  there(
    "pages-by-prefix",
    "npm --prefix frontend ci && npm --prefix frontend run build",
    "frontend/dist",
    "The pages are in frontend.",
  ),
  there(
    "pages-below-the-root-directory-of-a-workspace",
    "pnpm install --frozen-lockfile && pnpm --filter web build",
    "dist",
    "The root directory is the package's folder.",
    { rootDirectory: "apps/web" },
  ),
  there(
    "pages-of-a-package-into-the-root",
    "pnpm install && pnpm --filter web exec vite build --outDir ../../dist",
    "dist",
    "--outDir names a folder at the root.",
  ),
  there(
    "pages-of-nx",
    "npm ci && npx nx build web --configuration=production",
    "dist/apps/web",
    "Nx writes its pages below dist.",
  ),
  there("pages-of-quasar", "npm ci && npx quasar build", "dist/spa", "Quasar writes its pages to dist/spa."),
  there(
    "pages-of-quasar-as-an-app",
    "npm ci && npx quasar build -m pwa",
    "dist/pwa",
    "The mode names the folder.",
  ),
  there(
    "pages-of-angular",
    "npm ci && npx ng build --configuration production",
    "dist/kiln/browser",
    "Angular writes its pages below the project's name.",
  ),
  there(
    "pages-of-angular-elsewhere",
    "npm ci && npx ng build --output-path dist",
    "dist/browser",
    "--output-path names the folder, and the builder adds browser.",
  ),
  there("pages-of-eleventy", "npm ci && npx @11ty/eleventy", "_site", "Eleventy writes its pages to _site."),
  there(
    "pages-of-jekyll",
    "bundle install && bundle exec jekyll build -d public",
    "public",
    "-d names the folder.",
  ),
  there("pages-of-expo", "npm ci && npx expo export -p web", "dist", "Expo writes its pages to dist."),
  there("pages-of-storybook", "npm ci && npx storybook build -o public", "public", "-o names the folder."),
  there(
    "pages-of-sveltekit",
    "npm ci && npx vite build",
    "build",
    "adapter-static writes its pages to build.",
  ),
  there("pages-that-nothing-builds", "", "public", "The pages are committed."),
  {
    name: "api-before-the-catch-all",
    why: "The first rule that matches is applied, and the catch-all is the last.",
    source: "Render's page on redirects and rewrites",
    resources: {
      pages: pages(
        "npm ci && npx vite build",
        "dist",
        {},
        {
          routes: [
            { type: "rewrite", source: "/api/*", destination: "https://kiln-api.onrender.com/*" },
            { type: "redirect", source: "/docs", destination: "https://docs.kiln.works" },
            { type: "rewrite", source: "/*", destination: "/index.html" },
          ],
        },
      ),
      api: open(PYTHON, "kiln-api", UVICORN),
    },
  },
  {
    name: "rules-that-match-different-paths",
    why: "Neither rule matches what the other one does.",
    source: "Render's page on redirects and rewrites",
    resources: {
      pages: pages(
        "npm ci && npx vite build",
        "dist",
        {},
        {
          routes: [
            { type: "rewrite", source: "/app/*", destination: "/app/index.html" },
            { type: "rewrite", source: "/admin/*", destination: "/admin/index.html" },
          ],
        },
      ),
    },
  },
  {
    name: "pages-ask-the-public-name",
    why: "Browsers reach the public name by HTTPS.",
    source: "Vite's page on env and modes",
    resources: {
      pages: pages("npm ci && npx vite build", "dist", {
        VITE_API_URL: "https://kiln-api.onrender.com/api",
        VITE_WS_URL: "wss://kiln-api.onrender.com/ws",
        NODE_VERSION: "22.11.0",
      }),
      api: open(PYTHON, "kiln-api", UVICORN),
    },
  },
  {
    name: "keys-that-are-made-for-browsers",
    why: "A publishable key, a DSN and an identifier of analytics are public.",
    source: "Stripe's page on keys; Sentry's page on DSN",
    resources: {
      pages: pages("npm ci && npx astro build", "dist", {
        PUBLIC_STRIPE_KEY: "pk_live_51Qk7LmZx7Rt4VnWb9YhCs3PdJg6EuAo1IiNx5Kt",
        PUBLIC_SENTRY_DSN: "https://7d3f1a9c5e8b4d6fa2c0e9b7d5f3a1c8@o450671.ingest.sentry.io/4506712",
        PUBLIC_GA_ID: "G-7XK2LM9QZR",
      }),
    },
  },
  {
    name: "group-of-the-site-with-its-builds-variables",
    why: "The group's variables are public ones, and a version.",
    source: "Render's page on env groups",
    resources: {
      shared: envGroup({
        name: "kiln-shared",
        envVars: values({
          VITE_API_URL: "https://kiln-api.onrender.com",
          NODE_VERSION: "20.18.1",
          SKIP_INSTALL_DEPS: "true",
        }),
      }),
      pages: pages("npm ci && npx vite build", "dist"),
      link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${pages.id}"] }),
    },
  },
  {
    name: "own-domains-of-a-site",
    why: "Both domains are the team's own.",
    source: "Render's page on custom domains",
    resources: {
      pages: pages(
        "npm ci && npx astro build",
        "dist",
        {},
        { customDomains: [{ name: "kiln.works" }, { name: "docs.kiln.works" }] },
      ),
    },
  },
];
