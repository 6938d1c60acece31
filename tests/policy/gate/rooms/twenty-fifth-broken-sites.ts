import { type BrokenProgram, envGroup, envGroupLink, site, values } from "../eighteenth-form";
import { keyOf, NODE, ONE_PAGE, open, pages, REF, repository, SESSION } from "./twenty-fifth-form";

const PUBLISH = "service/publish-path";
const BROWSER = "secret/in-browser";
const DOMAIN = "service/custom-domain";

/** Broken static sites, and domains of two services. */
export const REJECTED_SITES_OF_TWENTY_FIFTH: readonly BrokenProgram[] = [
  {
    name: "twenty-fifth-folder-of-another-tool",
    rules: [PUBLISH],
    at: ["pages", "publishPath"],
    alsoAt: [["pages", "buildCommand"]],
    why: "react-scripts writes to build: Publish directory dist does not exist.",
    source: "Create React App's page on deployment",
    resources: { pages: pages("lantern-pages", "npm ci && npx react-scripts build", "dist") },
  },
  {
    name: "twenty-fifth-folder-of-the-former-tool",
    rules: [PUBLISH],
    at: ["pages", "publishPath"],
    alsoAt: [["pages", "buildCommand"]],
    why: "Vite writes to dist, and the folder of Create React App was left.",
    source: "Vite's page on static deployments",
    resources: { pages: pages("lantern-pages", "yarn install && yarn vite build", "build", {}, ONE_PAGE) },
  },
  {
    name: "twenty-fifth-folder-of-the-server-of-next",
    rules: [PUBLISH],
    at: ["pages", "publishPath"],
    alsoAt: [["pages", "buildCommand"]],
    why: ".next holds what next start serves, and no index.html: each visit is a 404.",
    source: "Next's page on static exports",
    resources: { pages: pages("lantern-pages", "npm ci && npx next build", ".next") },
  },
  {
    name: "twenty-fifth-folder-in-the-folder",
    rules: [PUBLISH],
    at: ["pages", "publishPath"],
    alsoAt: [["pages", "rootDirectory"]],
    why: "The publish path is within the root directory: frontend/frontend/dist is not there.",
    source: "Render's page on monorepos",
    resources: {
      pages: pages(
        "lantern-pages",
        "npm ci && npx vite build",
        "frontend/dist",
        {},
        { rootDirectory: "frontend" },
      ),
    },
  },
  {
    name: "twenty-fifth-folder-of-the-sources",
    rules: [PUBLISH],
    at: ["pages", "publishPath"],
    alsoAt: [["pages", "buildCommand"]],
    why: "Hugo writes to public; content holds the texts it is made of, and no page.",
    source: "Hugo's page on hosting at Render",
    resources: { pages: pages("lantern-blog", "hugo --gc --minify", "content") },
  },
  {
    name: "twenty-fifth-site-that-serves-itself",
    rules: ["service/start-command"],
    at: ["pages", "buildCommand"],
    why: "The build command ends with a server, and the build with its time limit.",
    source: "Render's page on static sites",
    resources: {
      pages: pages("lantern-pages", "npm install && npx vite build && npx serve -s dist", "dist"),
    },
  },
  {
    name: "twenty-fifth-secret-key-in-pages-of-vite",
    rules: [BROWSER, "database/key-role"],
    at: ["pages", "envVars.VITE_SUPABASE_SERVICE_ROLE_KEY"],
    why: "Vite writes the variable into the pages, and the key passes every policy.",
    source: "Vite's page on variables; chart-gpt issue 86",
    resources: {
      pages: pages("lantern-pages", "npm ci && npm run build", "dist", {
        VITE_SUPABASE_URL: `https://${REF}.supabase.co`,
        VITE_SUPABASE_SERVICE_ROLE_KEY: keyOf("service_role"),
      }),
    },
  },
  {
    name: "twenty-fifth-secret-of-payments-in-pages",
    rules: [BROWSER],
    at: ["pages", "envVars.REACT_APP_STRIPE_SECRET_KEY"],
    why: "Create React App writes REACT_APP_ into its bundle: each visitor has the key of payments.",
    source: "Create React App's page on variables",
    resources: {
      pages: pages("lantern-shop", "npm ci && npx react-scripts build", "build", {
        REACT_APP_API_URL: "https://lantern-api.onrender.com",
        REACT_APP_STRIPE_SECRET_KEY: ["sk", "live", "51Lq8LanternW2mZc7Kx0Yd4Tn"].join("_"),
      }),
    },
  },
  {
    name: "twenty-fifth-key-of-an-assistant-in-a-linked-group",
    rules: [BROWSER],
    at: ["shared", "envVars.VITE_OPENAI_API_KEY"],
    alsoAt: [
      ["link", "serviceIds"],
      ["pages", "buildCommand"],
    ],
    why: "The group of the server is linked to the site too, and Vite writes its key into the pages.",
    source: "Vite's page on variables",
    resources: {
      shared: envGroup({
        name: "lantern-shared",
        envVars: values({ VITE_OPENAI_API_KEY: "sk-proj-q8Zr2LanternXc5Vb7Nm1Kp0Wt6Yh3Jd9" }),
      }),
      api: open(NODE, "lantern-api", "node dist/main.js", { DATABASE_URL: SESSION }),
      pages: pages("lantern-pages", "npm ci && npx vite build", "dist"),
      link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${api.id}", "${pages.id}"] }),
    },
  },
  {
    name: "twenty-fifth-domain-of-two-services",
    rules: [DOMAIN],
    at: ["api", "customDomains"],
    alsoAt: [["pages", "customDomains"]],
    why: "A domain is of one service: Render refuses it for the second one.",
    source: "Render's page on custom domains",
    resources: {
      pages: pages(
        "lantern-pages",
        "npm ci && npx vite build",
        "dist",
        {},
        {
          customDomains: [{ name: "www.lantern-works.com" }],
        },
      ),
      api: open(
        NODE,
        "lantern-api",
        "node dist/main.js",
        { DATABASE_URL: SESSION },
        { customDomains: [{ name: "api.lantern-works.com" }, { name: "www.lantern-works.com" }] },
      ),
    },
  },
  {
    name: "twenty-fifth-domain-with-its-scheme",
    rules: [DOMAIN],
    at: ["pages", "customDomains"],
    why: "A domain is a name without https://, and Render refuses the address.",
    source: "Render's page on custom domains; the API's description",
    resources: {
      pages: site({
        name: "lantern-pages",
        repoUrl: repository(),
        branch: "main",
        buildCommand: "npm ci && npx astro build",
        publishPath: "dist",
        customDomains: [{ name: "https://lantern-works.com" }],
      }),
    },
  },
];
