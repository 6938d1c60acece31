import { type AtHandCase, HTML, npm, site } from "./at-hand-form";

/** Sites whose package builds by other tools, or in a folder below, and what the pack must say of their published folder. */
const RULE = { kind: "static", rule: "service/publish-path", at: "(publishPath)" } as const;
const SOUND = { kind: "static" } as const;
const VITE = { vite: "6.0.0" };
const CRA = { "react-scripts": "5.0.1", react: "18.3.1" };
const NEXT = { next: "15.1.0", react: "19.0.0" };

export const AT_HAND_BROKEN_SITES: readonly AtHandCase[] = [
  {
    ...RULE,
    title: "a site of Next.js whose settings name another folder",
    properties: site("out"),
    files: {
      ...npm({ build: "next build" }, NEXT),
      "next.config.mjs": 'export default {\n  output: "export",\n  distDir: "dist",\n};\n',
    },
  },
  {
    ...RULE,
    title: "a site of Vue's CLI whose settings name another folder",
    properties: site("dist"),
    files: {
      ...npm({ build: "vue-cli-service build" }, { vue: "3.5.0", "@vue/cli-service": "5.0.8" }),
      "vue.config.js": 'module.exports = { outputDir: "public_html" };\n',
      "public/index.html": HTML,
    },
  },
  {
    ...RULE,
    title: "a site of Gatsby that publishes build",
    properties: site("build"),
    files: npm({ build: "gatsby build" }, { gatsby: "5.14.0", react: "18.3.1" }),
  },
  {
    ...RULE,
    title: "a site of Docusaurus that publishes dist",
    properties: site("dist"),
    files: {
      ...npm({ build: "docusaurus build" }, { "@docusaurus/core": "3.6.0", react: "18.3.1" }),
      "docusaurus.config.js":
        'module.exports = { title: "Acme", url: "https://example.com", baseUrl: "/" };\n',
    },
  },
  {
    ...RULE,
    title: "a site of Vite built by --prefix, published from the top",
    properties: site("dist", "npm ci --prefix web && npm run build --prefix web"),
    files: { ...npm({ build: "vite build" }, VITE, VITE, "web/"), "web/index.html": HTML },
  },
  {
    ...RULE,
    title: "a site of Create React App in a folder, published as build of the top",
    properties: site("build", "cd client && npm install && npm run build"),
    files: {
      ...npm({ build: "react-scripts build" }, CRA, CRA, "client/"),
      "client/public/index.html": HTML,
    },
  },
];

export const AT_HAND_SOUND_SITES: readonly AtHandCase[] = [
  {
    ...SOUND,
    title: "a site of Next.js whose settings compute the folder",
    properties: site("build"),
    files: {
      ...npm({ build: "next build" }, NEXT),
      "next.config.js": 'module.exports = { output: "export", distDir: process.env.CI ? "build" : "out" };\n',
    },
  },
  {
    ...SOUND,
    title: "a site of Next.js that moves its pages",
    properties: site("build"),
    files: {
      ...npm({ build: "next build", postbuild: "mv out build" }, NEXT),
      "next.config.js": 'module.exports = { output: "export" };\n',
    },
  },
  {
    ...SOUND,
    title: "a site of Create React App with BUILD_PATH in its .env",
    properties: site("dist"),
    files: {
      ...npm({ build: "react-scripts build" }, CRA),
      "public/index.html": HTML,
      ".env.production": "BUILD_PATH=dist\n",
    },
  },
  {
    ...SOUND,
    title: "a site of Create React App with BUILD_PATH in its script",
    properties: site("dist"),
    files: { ...npm({ build: "BUILD_PATH=dist react-scripts build" }, CRA), "public/index.html": HTML },
  },
  {
    ...SOUND,
    title: "a site of Vue's CLI whose settings name the published folder",
    properties: site("build"),
    files: {
      ...npm({ build: "vue-cli-service build" }, { vue: "3.5.0", "@vue/cli-service": "5.0.8" }),
      "vue.config.js": 'module.exports = { outputDir: "build" };\n',
      "public/index.html": HTML,
    },
  },
  {
    ...SOUND,
    title: "a site of Gatsby that publishes public",
    properties: site("public"),
    files: npm({ build: "gatsby build" }, { gatsby: "5.14.0", react: "18.3.1" }),
  },
  {
    ...SOUND,
    title: "a site of Vite built below, published from there",
    properties: site("web/dist", "cd web && npm ci && npm run build"),
    files: { ...npm({ build: "vite build" }, VITE, VITE, "web/"), "web/index.html": HTML },
  },
  {
    ...SOUND,
    title: "a site of Vite below that writes above",
    properties: site("dist", "cd web && npm ci && npm run build"),
    files: {
      ...npm({ build: "vite build --outDir ../dist" }, VITE, VITE, "web/"),
      "web/index.html": HTML,
    },
  },
  {
    ...SOUND,
    title: "a site of Vite below whose settings write above",
    properties: site("dist", "cd web && npm ci && npm run build"),
    files: {
      ...npm({ build: "vite build" }, VITE, VITE, "web/"),
      "web/vite.config.ts":
        'import { defineConfig } from "vite";\n\nexport default defineConfig({ build: { outDir: "../dist", emptyOutDir: true } });\n',
      "web/index.html": HTML,
    },
  },
  {
    ...SOUND,
    title: "a site of Vite below whose build is copied up",
    properties: site("dist", "cd web && npm ci && npm run build && cp -r dist ../dist"),
    files: { ...npm({ build: "vite build" }, VITE, VITE, "web/"), "web/index.html": HTML },
  },
];
