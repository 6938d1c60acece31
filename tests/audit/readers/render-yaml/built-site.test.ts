import { itJudges, type JudgedCase } from "../../judged-case";
import type { Files } from "../../written-folder";

const site = (published: string, build: string, more: Files = {}): Files => ({
  "render.yaml": [
    "services:",
    "  - type: web",
    "    name: fern",
    "    runtime: static",
    "    buildCommand: npm install && npm run build",
    `    staticPublishPath: ${published}`,
    "",
  ].join("\n"),
  "package.json": JSON.stringify({
    name: "fern",
    private: true,
    scripts: { build },
    devDependencies: { vite: "^7.0.0", astro: "^5.7.0" },
  }),
  "index.html": "<p>fern</p>\n",
  "src/pages/index.astro": "<p>fern</p>\n",
  ...more,
});
const settings = (text: string): string =>
  `import { defineConfig } from "vite";\n\nexport default defineConfig(${text});\n`;
const told = ["error service/publish-path render.yaml:6"];

const FAULTY: readonly JudgedCase[] = [
  { title: "Vite's site from another bundler's folder", files: site("build", "tsc -b && vite build"), told },
  {
    title: "Vite's site from the folder of its input",
    files: site("./public", "vite build", {
      "public/robots.txt": "User-agent: *\n",
      "vite.config.js": settings("{ base: '/' }"),
    }),
    told,
  },
  { title: "Astro's site from another folder", files: site("public", "astro build"), told },
];

const SOUND: readonly Omit<JudgedCase, "told">[] = [
  { title: "Vite's own folder", files: site("./dist", "vite build") },
  {
    title: "a folder that Vite's settings name",
    files: site("build", "vite build", { "vite.config.ts": settings('{ build: { outDir: "build" } }') }),
  },
  {
    title: "a framework upon Vite",
    files: site("build", "vite build", {
      "vite.config.js": `import { sveltekit } from "@sveltejs/kit/vite";\n${settings("{ plugins: [sveltekit()] }")}`,
    }),
  },
  { title: "a script that moves the folder", files: site("build", "vite build && mv dist build") },
  {
    title: "pages that the repository has itself",
    files: site("public", "vite build", { "public/index.html": "<p>fern</p>\n" }),
  },
];

describe("a site that a Blueprint publishes", () => {
  itJudges(FAULTY, "is found");
  itJudges(
    SOUND.map((one) => ({ ...one, told: [], silent: ["service/publish-path"] })),
    "is not found",
  );
});
