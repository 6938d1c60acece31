import { type BrokenProgram, docker, NPM, native, PIP, registryCredential } from "../eighteenth-form";
import { nodeApp, python } from "../twentieth-form";
import { bareWeb, CANARY, hostedWeb, pages, SESSION, UNICORN } from "./twenty-sixth-form";

const PUBLISH = "service/publish-path";
/** Broken programs of sources, builds, plans and published folders. */
export const REJECTED_PROGRAM_PLANS_OF_TWENTY_SIXTH: readonly BrokenProgram[] = [
  {
    name: "twenty-sixth-vite-in-the-folder-of-react-scripts",
    rules: [PUBLISH],
    at: ["pages", "publishPath"],
    alsoAt: [["pages", "buildCommand"]],
    why: "Vite writes dist, and no folder build is there: the deploy fails.",
    source: "shyamtawli/devFind, pull request 155; Genez-io/genezio, pull request 1452",
    resources: { pages: pages("npm ci && npx vite build", "build") },
  },
  {
    name: "twenty-sixth-docs-in-the-wrong-dist",
    rules: [PUBLISH],
    at: ["pages", "publishPath"],
    alsoAt: [["pages", "buildCommand"]],
    why: "VitePress writes docs/.vitepress/dist.",
    source: "vuejs/vitepress, pull request 4196; tsky-dev/tsky, pull request 7",
    resources: { pages: pages("npm ci && npx vitepress build docs", "docs/dist") },
  },
  {
    name: "twenty-sixth-nuxt-one-folder-too-high",
    rules: [PUBLISH],
    at: ["pages", "publishPath"],
    alsoAt: [["pages", "buildCommand"]],
    why: "nuxt generate writes its pages to .output/public, and .output itself has no index.html.",
    source: "kernoeb/geobtenu, pull request 25; Nuxt's page on deployment",
    resources: { pages: pages("npm ci && npx nuxt generate", ".output") },
  },
  {
    name: "twenty-sixth-docusaurus-in-dist",
    rules: [PUBLISH],
    at: ["pages", "publishPath"],
    alsoAt: [["pages", "buildCommand"]],
    why: "docusaurus build writes the folder build.",
    source: "Docusaurus's page on its command line",
    resources: {
      api: python("marsh-api", UNICORN, { DATABASE_URL: SESSION }),
      pages: pages("npm ci && npx docusaurus build", "dist"),
    },
  },
  {
    name: "twenty-sixth-procfile-in-place-of-a-command",
    rules: ["service/native-without-start"],
    at: ["api", "startCommand"],
    alsoAt: [["api", "runtimeSource"]],
    why: "Render reads no Procfile, and refuses a native service without a start command.",
    source: "getredash/redash, issue 1573; Render's page on migrating from Heroku",
    resources: { api: bareWeb("marsh-api", native("python", PIP, "api")) },
  },
  {
    name: "twenty-sixth-repository-by-ssh",
    rules: ["service/source"],
    at: ["api", "runtimeSource"],
    why: "Render clones by HTTPS, and this is an address of SSH.",
    source: "Render's API: create a service",
    resources: {
      api: bareWeb(
        "marsh-api",
        {
          nativeRuntime: {
            ...native("node", NPM).nativeRuntime,
            repoUrl: "git@github.com:marsh-works/api.git",
          },
        },
        { startCommand: "node dist/main.js" },
      ),
    },
  },
  {
    name: "twenty-sixth-page-of-a-branch",
    rules: ["service/source"],
    at: ["api", "runtimeSource"],
    why: "The address is a page of the branch at GitHub, and no repository.",
    source: "Render's page on deploys: the branch has a field of its own",
    resources: {
      api: bareWeb("marsh-api", {
        docker: { ...docker().docker, repoUrl: "https://github.com/marsh-works/api/tree/main" },
      }),
    },
  },
  {
    name: "twenty-sixth-credential-of-another-registry",
    rules: ["service/registry-credential"],
    at: ["api", "runtimeSource"],
    alsoAt: [["hub", "registry"]],
    why: "The image is GitHub's, and the credential Docker Hub's: denied.",
    source: "Render's page on prebuilt images",
    resources: {
      hub: registryCredential({
        name: "hub",
        registry: "DOCKER",
        username: "marsh-works",
        authToken: `dckr_pat_${CANARY}`,
      }),
      api: bareWeb("marsh-api", {
        image: { imageUrl: "ghcr.io/marsh-works/api", tag: "2.4.1", registryCredentialId: "${hub.id}" },
      }),
    },
  },
  {
    name: "twenty-sixth-two-free-instances",
    rules: ["plan/limits"],
    at: ["app", "numInstances"],
    alsoAt: [["app", "plan"]],
    why: "A free web service has one instance.",
    source: "Render's page on free instances",
    resources: {
      app: nodeApp(
        "marsh-app",
        "npx next start -p $PORT",
        { DATABASE_URL: SESSION },
        { plan: "free", numInstances: 2 },
      ),
    },
  },
  {
    name: "twenty-sixth-region-of-amazon",
    rules: ["blueprint/unknown-value", "plan/limits"],
    at: ["app", "region"],
    why: "Render has frankfurt and no eu-central-1.",
    source: "Render's page on regions",
    resources: {
      app: python("marsh-app", UNICORN, { DATABASE_URL: SESSION }, { region: "eu-central-1" }),
    },
  },
  {
    name: "twenty-sixth-chat-beside-its-disk",
    rules: [],
    at: ["chat", "disk"],
    why: "Open WebUI keeps its data in /app/backend/data, so the disk at /data stays empty and each deploy loses all.",
    source: "Open WebUI's page on its quick start; Render's page on disks",
    resources: {
      chat: hostedWeb(
        "marsh-chat",
        "ghcr.io/open-webui/open-webui",
        "v0.6.9",
        { WEBUI_SECRET_KEY: "w2Stilt5Dunlin9Knot" },
        { disk: { name: "chat", mountPath: "/data", sizeGb: 5 } },
      ),
    },
  },
];
