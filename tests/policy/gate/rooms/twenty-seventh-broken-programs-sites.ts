import type { BrokenProgram } from "../eighteenth-form";
import { app, GUNICORN, NODE, PYTHON, pages, SESSION, UNICORN } from "./twenty-seventh-form";

const FOLDER = ["service/publish-path"];

/** Broken programs: static sites, their folders and routes, domains and names. */
export const REJECTED_PROGRAM_SITES_OF_TWENTY_SEVENTH: readonly BrokenProgram[] = [
  {
    name: "twenty-seventh-vite-in-build",
    rules: FOLDER,
    at: ["front", "publishPath"],
    why: "Vite writes to dist, and build is create-react-app's.",
    source: "gitname/react-gh-pages, issue 155; shyamtawli/devFind, pull request 155",
    resources: { front: pages("brook-front", "npm ci && npx vite build", "build") },
  },
  {
    name: "twenty-seventh-react-scripts-in-dist",
    rules: FOLDER,
    at: ["front", "publishPath"],
    why: "react-scripts writes to build.",
    source: "piyushgarg-dev/vercel-clone, issue 9",
    resources: { front: pages("brook-front", "npm ci && npx react-scripts build", "dist") },
  },
  {
    name: "twenty-seventh-next-export-in-next",
    rules: FOLDER,
    at: ["front", "publishPath"],
    why: "A static export is in out, and .next holds no pages to publish.",
    source: "Next's page on static exports; StackOverflow",
    resources: { front: pages("brook-front", "npm ci && npx next build", ".next") },
  },
  {
    name: "twenty-seventh-gatsby-in-build",
    rules: FOLDER,
    at: ["front", "publishPath"],
    why: "Gatsby writes to public.",
    source: "Render's page on Gatsby",
    resources: { front: pages("brook-front", "npm ci && npx gatsby build", "build") },
  },
  {
    name: "twenty-seventh-docusaurus-in-dist",
    rules: FOLDER,
    at: ["docs", "publishPath"],
    why: "Docusaurus writes to build.",
    source: "Docusaurus' page on deployment",
    resources: { docs: pages("brook-docs", "npm ci && npx docusaurus build", "dist") },
  },
  {
    name: "twenty-seventh-mkdocs-in-docs",
    rules: FOLDER,
    at: ["docs", "publishPath"],
    why: "MkDocs writes to site, and docs holds what was written.",
    source: "MkDocs' page on deploying",
    resources: { docs: pages("brook-docs", "pip install mkdocs-material && mkdocs build", "docs") },
  },
  {
    name: "twenty-seventh-route-behind-all",
    rules: ["service/route-order"],
    at: ["front", "routes"],
    why: "/* takes each request, so that /api/* is never reached.",
    source: "Render's page on redirects and rewrites",
    resources: {
      api: app("brook-api", PYTHON, UNICORN, { DATABASE_URL: SESSION }),
      front: pages("brook-front", "npm ci && npm run build", "dist", {
        routes: [
          { type: "rewrite", source: "/*", destination: "/index.html" },
          { type: "rewrite", source: "/api/*", destination: "https://brook-api.onrender.com/*" },
        ],
      }),
    },
  },
  {
    name: "twenty-seventh-one-domain-for-two",
    rules: ["service/custom-domain"],
    at: ["front", "customDomains"],
    alsoAt: [["api", "customDomains"]],
    why: "A domain leads to one service, and Render refuses the second.",
    source: "Render's page on custom domains",
    resources: {
      api: app(
        "brook-api",
        PYTHON,
        GUNICORN,
        { DATABASE_URL: SESSION },
        { customDomains: [{ name: "www.dipper-brook.com" }] },
      ),
      front: pages("brook-front", "npm ci && npm run build", "dist", {
        customDomains: [{ name: "www.dipper-brook.com" }],
      }),
    },
  },
  {
    name: "twenty-seventh-domain-with-scheme",
    rules: ["service/custom-domain"],
    at: ["front", "customDomains"],
    why: "A domain has neither scheme nor path.",
    source: "Render's API: add a custom domain",
    resources: {
      front: pages("brook-front", "npm ci && npm run build", "dist", {
        customDomains: [{ name: "https://www.dipper-brook.com" }],
      }),
    },
  },
  {
    name: "twenty-seventh-web-and-worker-of-one-name",
    rules: ["service/taken-name"],
    at: ["front", "name"],
    alsoAt: [["api", "name"]],
    why: "A service's name is taken once in a workspace.",
    source: "Render's API: create a service",
    resources: {
      api: app("brook", PYTHON, UNICORN, { DATABASE_URL: SESSION }),
      front: app("brook", NODE, "npx next start -H 0.0.0.0 -p $PORT", {
        NEXT_PUBLIC_API_URL: "https://api.dipper-brook.com",
      }),
    },
  },
];
