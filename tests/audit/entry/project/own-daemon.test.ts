import { itJudges, type JudgedCase } from "../../judged-case";
import type { Files } from "../../written-folder";

const image = (command: string, scripts: Readonly<Record<string, string>> = {}, more: Files = {}): Files => ({
  "fly.toml": 'app = "fern"\n[http_service]\n  internal_port = 3000\n',
  Dockerfile: [
    "FROM node:22-slim",
    "WORKDIR /app",
    "RUN npm install --global pm2@6",
    "COPY . .",
    `CMD ${command}`,
    "",
  ].join("\n"),
  "package.json": `${JSON.stringify({ name: "fern", private: true, scripts }, undefined, 2)}\n`,
  "index.js": 'require("http").createServer((q, s) => s.end("fern")).listen(3000, "0.0.0.0");\n',
  ...more,
});

const FAULTY: readonly JudgedCase[] = [
  {
    title: "a file",
    files: image('["pm2", "start", "index.js", "-i", "2"]'),
    told: ["error service/start-command Dockerfile:5"],
  },
  {
    title: "a script of the package",
    files: image('["npm", "start"]', { start: "pm2 start index.js" }),
    told: ["error service/start-command package.json:5"],
  },
];

const SOUND: readonly Omit<JudgedCase, "told">[] = [
  { title: "pm2-runtime", files: image('["pm2-runtime", "start", "index.js"]') },
  { title: "pm2 in the foreground", files: image('["pm2", "start", "index.js", "--no-daemon"]') },
  { title: "logs that go on", files: image("pm2 start index.js && pm2 logs") },
  {
    title: "a script behind it that goes on",
    files: image('["npm", "start"]', { start: "pm2 start index.js", poststart: "pm2 logs" }),
  },
];

describe("an image that starts its server by pm2", () => {
  itJudges(FAULTY, "is found to end");
  itJudges(
    SOUND.map((one) => ({ ...one, told: [], silent: ["service/start-command"] })),
    "goes on",
  );
});
