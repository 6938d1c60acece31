import { docker, NPM, native, type ProgramCase, registryCredential } from "../eighteenth-form";
import { nodeApp, python } from "../twentieth-form";
import { bareWeb, CANARY, hostedWeb, pages, SESSION, UNICORN } from "./twenty-sixth-form";

/** Sound programs of sources, builds, plans and published folders. */
export const SOUND_PROGRAM_PLANS_OF_TWENTY_SIXTH: readonly ProgramCase[] = [
  {
    name: "twenty-sixth-sound-vite-in-a-folder-of-its-own",
    why: "--outDir names the folder that is published.",
    source: "Vite's page on its command line",
    resources: { pages: pages("npm ci && npx vite build --outDir build", "build") },
  },
  {
    name: "twenty-sixth-sound-react-scripts",
    why: "Create React App writes build.",
    source: "Render's page on Create React App",
    resources: { pages: pages("npm ci && npx react-scripts build", "build") },
  },
  {
    name: "twenty-sixth-sound-docs-of-vitepress",
    why: "VitePress writes .vitepress/dist below its root.",
    source: "VitePress's page on deploying",
    resources: { pages: pages("npm ci && npx vitepress build docs", "docs/.vitepress/dist") },
  },
  {
    name: "twenty-sixth-sound-nuxt-generated",
    why: "nuxt generate writes its pages to .output/public.",
    source: "Nuxt's page on deployment",
    resources: { pages: pages("npm ci && npx nuxt generate", ".output/public") },
  },
  {
    name: "twenty-sixth-sound-docusaurus-and-api",
    why: "docusaurus build writes build, and the API is beside it.",
    source: "Docusaurus's page on its command line",
    resources: {
      api: python("marsh-api", UNICORN, { DATABASE_URL: SESSION }),
      pages: pages("npm ci && npx docusaurus build", "build"),
    },
  },
  {
    name: "twenty-sixth-sound-hugo-of-a-theme",
    why: "Hugo writes public.",
    source: "Render's page on Hugo",
    resources: { pages: pages("hugo --gc --minify", "public") },
  },
  {
    name: "twenty-sixth-sound-docker-without-a-command",
    why: "The Dockerfile's CMD is run where no command is declared.",
    source: "Render's page on Docker",
    resources: { api: bareWeb("marsh-api", docker()) },
  },
  {
    name: "twenty-sixth-sound-branch-in-its-field",
    why: "The repository's address is plain, and the branch has its own field.",
    source: "Render's API: create a service",
    resources: {
      api: bareWeb(
        "marsh-api",
        { nativeRuntime: { ...native("node", NPM).nativeRuntime, branch: "release" } },
        { startCommand: "node dist/main.js" },
      ),
    },
  },
  {
    name: "twenty-sixth-sound-credential-of-the-registry",
    why: "GitHub's registry and a credential of GitHub's.",
    source: "Render's page on prebuilt images",
    resources: {
      github: registryCredential({
        name: "github",
        registry: "GITHUB",
        username: "marsh-works",
        authToken: `ghp_${CANARY}`,
      }),
      api: bareWeb("marsh-api", {
        image: { imageUrl: "ghcr.io/marsh-works/api", tag: "2.4.1", registryCredentialId: "${github.id}" },
      }),
    },
  },
  {
    name: "twenty-sixth-sound-free-instance",
    why: "One free instance without a disk, of the session pooler.",
    source: "Render's page on free instances",
    resources: {
      app: nodeApp("marsh-app", "npx next start -p $PORT", { DATABASE_URL: SESSION }, { plan: "free" }),
    },
  },
  {
    name: "twenty-sixth-sound-two-paid-instances",
    why: "A paid service without a disk has as many instances as it asks for.",
    source: "Render's page on scaling",
    resources: {
      app: python("marsh-app", UNICORN, { DATABASE_URL: SESSION }, { plan: "standard", numInstances: 2 }),
    },
  },
  {
    name: "twenty-sixth-sound-chat-on-its-disk",
    why: "Open WebUI's folder is the disk's.",
    source: "Open WebUI's page on its quick start",
    resources: {
      chat: hostedWeb(
        "marsh-chat",
        "ghcr.io/open-webui/open-webui",
        "v0.6.9",
        { WEBUI_SECRET_KEY: "w2Stilt5Dunlin9Knot" },
        { disk: { name: "chat", mountPath: "/app/backend/data", sizeGb: 5 } },
      ),
    },
  },
  {
    name: "twenty-sixth-sound-monitor-on-its-disk",
    why: "One instance, with its data on the disk and its port from its own variable.",
    source: "louislam/uptime-kuma's page on its variables",
    resources: {
      kuma: hostedWeb(
        "marsh-kuma",
        "docker.io/louislam/uptime-kuma",
        "1.23.16",
        { UPTIME_KUMA_PORT: "8000" },
        { disk: { name: "kuma", mountPath: "/app/data", sizeGb: 1 }, healthCheckPath: "/" },
      ),
    },
  },
];
