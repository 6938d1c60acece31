import assert from "node:assert/strict";
import { explainFolder } from "../../../audit";
import { itJudges, type JudgedCase } from "../judged-case";
import { type Files, inFolder } from "../written-folder";

const SERVER = 'require("http").createServer((q, s) => s.end("ok")).listen(8080);\n';
const WORK = "setInterval(() => console.log(1), 1000);\n";
const IMAGE = (copies: readonly string[] = ["COPY . ."]): string =>
  ["FROM node:22-alpine", "WORKDIR /srv", ...copies, 'CMD ["node", "server.js"]', ""].join("\n");
const app = (groups: readonly string[], more: Files = {}, build = ""): Files => ({
  "fly.toml": [
    'app = "heron"',
    "[processes]",
    ...groups,
    "[http_service]",
    "internal_port = 8080",
    'processes = ["app"]',
    build,
    "",
  ].join("\n"),
  Dockerfile: IMAGE(),
  "package.json": '{ "name": "heron", "version": "1.0.0", "scripts": { "work": "node worker.js" } }\n',
  "server.js": SERVER,
  "worker.js": WORK,
  ...more,
});
const WEB = 'app = "node server.js"';

const FAULTY: readonly JudgedCase[] = [
  ...[
    ["a worker whose file is not there", WEB, 'worker = "node missing.js"'],
    ["the same beside the image's own command", 'app = ""', 'worker = "node missing.js"'],
    ["a worker of another runtime", WEB, 'worker = "python jobs.py"'],
  ].map(([title = "", ...groups]) => ({
    title,
    files: app(groups, { "other.py": "print(1)\n" }),
    told: ["error service/missing-file fly.toml:4"],
  })),
  {
    title: "a worker whose script is not there",
    files: app([WEB, 'worker = "npm run jobs"']),
    told: ["error service/missing-script fly.toml:4"],
  },
  {
    title: "the group that serves, whose file the image has elsewhere",
    files: app(['app = "node server.js"'], {
      Dockerfile: IMAGE(["COPY . ./app"]).replace("/srv\n", "/srv\nRUN true\n"),
    }),
    told: [],
    silent: ["service/missing-file"],
  },
];

const SOUND: readonly JudgedCase[] = [
  { title: "a worker whose file is there", files: app([WEB, 'worker = "node worker.js"']), told: [] },
  { title: "a worker of a script", files: app([WEB, 'worker = "npm run work"']), told: [] },
  {
    title: "files that the image takes out of a folder",
    files: {
      "fly.toml": app([WEB, 'worker = "node worker.js"'])["fly.toml"] ?? "",
      Dockerfile: IMAGE(["COPY server/ ."]),
      "server/package.json": '{ "name": "heron", "version": "1.0.0" }\n',
      "server/server.js": SERVER,
      "server/worker.js": WORK,
    },
    told: [],
  },
  {
    title: "a file that the image's build may write",
    files: app([WEB, 'worker = "node made.js"'], {
      Dockerfile: IMAGE(["COPY . .", "RUN node write.js"]),
      "write.js": 'require("fs").writeFileSync("made.js", "");\n',
    }),
    told: [],
  },
  {
    title: "an image from elsewhere",
    files: app([WEB, 'worker = "node jobs.js"'], {}, '[build]\nimage = "acme/heron:1"'),
    told: [],
  },
  {
    title: "programs that are no file",
    files: app([
      WEB,
      'cron = "supercronic /etc/crontab"',
      'console = "sleep infinity"',
      'once = "echo done"',
    ]),
    told: [],
  },
  {
    title: "a PORT for all groups",
    files: app(
      ['app = "node server.js"', 'worker = "node worker.js"'],
      { "server.js": SERVER.replace("8080", "process.env.PORT") },
      '[env]\nPORT = "8080"',
    ),
    told: [],
  },
  {
    title: "a variable that all groups need",
    files: app([WEB, 'worker = "node worker.js"'], {
      "worker.js": `if (!process.env.QUEUE) throw new Error("QUEUE");\n${WORK}`,
      ".env.example": "QUEUE=\n",
    }),
    told: [],
    silent: ["environment/missing-variable"],
  },
  {
    title: "workers alone",
    files: {
      ...app([]),
      "fly.toml": 'app = "heron"\n[processes]\nmail = "node worker.js"\nwork = "node worker.js"\n',
    },
    told: [],
  },
];

describe("process groups of Fly", () => {
  itJudges(FAULTY, "are each checked");
  itJudges(SOUND, "are sound");

  it("are explained as services of their own, without the port of the one that answers", () =>
    inFolder(app([WEB, 'worker = "node worker.js"']), (folder) => {
      const said = explainFolder(folder).map(({ service, chains, binds }) => [
        service,
        chains.flatMap(({ starts }) => starts).join(),
        binds.map(({ value }) => value).join(),
      ]);
      assert.deepEqual(said, [
        ["heron", "server.js", "8080"],
        ["heron-worker", "worker.js", ""],
      ]);
    }));
});
