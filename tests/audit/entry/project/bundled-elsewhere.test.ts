import { itJudges, type JudgedCase } from "../../judged-case";
import type { Files } from "../../written-folder";

const image = (
  copied: string,
  build = "vite build",
  steps: readonly string[] = [],
  more: Files = {},
): Files => ({
  "fly.toml": 'app = "fern"\n[http_service]\n  internal_port = 8080\n',
  Dockerfile: [
    "FROM node:22-alpine AS build",
    "WORKDIR /app",
    "COPY package.json ./",
    "RUN npm install",
    "COPY . .",
    "RUN npm run build",
    ...steps,
    "FROM nginxinc/nginx-unprivileged:1.27-alpine",
    `COPY --from=build ${copied} /usr/share/nginx/html`,
    "",
  ].join("\n"),
  "package.json": JSON.stringify({ name: "fern", private: true, scripts: { build } }),
  "index.html": "<p>fern</p>\n",
  ...more,
});
const settings = (text: string): string =>
  `import { defineConfig } from "vite";\n\nexport default defineConfig(${text});\n`;
const told = ["error service/missing-file Dockerfile:8"];

const FAULTY: readonly JudgedCase[] = [
  { title: "another bundler's folder", files: image("/app/build"), told },
  { title: "another folder of Astro's site", files: image("/app/out/", "astro build"), told },
];

const SOUND: readonly Omit<JudgedCase, "told">[] = [
  { title: "Vite's own folder", files: image("/app/dist") },
  {
    title: "a folder that the settings name",
    files: image("/app/build", "vite build", [], {
      "vite.config.ts": settings('{ build: { outDir: "build" } }'),
    }),
  },
  {
    title: "a folder that a step moves the pages to",
    files: image("/app/build", "vite build", ["RUN mv dist build"]),
  },
  {
    title: "a folder of the repository",
    files: image("/app/public", "vite build", [], { "public/index.html": "<p>fern</p>\n" }),
  },
];

describe("pages that an image copies from its build", () => {
  itJudges(FAULTY, "are found missing");
  itJudges(
    SOUND.map((one) => ({ ...one, told: [], silent: ["service/missing-file"] })),
    "are not found missing",
  );
});
