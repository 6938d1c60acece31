import { itJudges, type JudgedCase } from "../../judged-case";
import type { Files } from "../../written-folder";

const NODE: Files = {
  "package.json": '{ "name": "heron", "version": "1.0.0" }\n',
  "server.js": 'require("http").createServer((q, s) => s.end("ok")).listen(process.env.PORT);\n',
};
const RULE = "service/railway-field";
const of = (...lines: readonly string[]): Files => ({
  ...NODE,
  "railway.toml": `[deploy]\nstartCommand = "node server.js"\n${lines.join("\n")}\n`,
});
const found = (title: string, fix: RegExp, line: number, ...lines: readonly string[]): JudgedCase => ({
  title,
  files: of(...lines),
  told: [`warning ${RULE} railway.toml:${line}`],
  fixes: { [RULE]: fix },
});

const FAULTY: readonly JudgedCase[] = [
  found(
    "a start command of an environment outside of its deploy",
    /`environments\.production\.deploy\.startCommand`/,
    4,
    "[environments.production]",
    'startCommand = "node other.js"',
  ),
  found("a list of services", /file of its own/, 3, "[[services]]", 'name = "api"'),
  found("a table of services", /file of its own/, 3, "[services.api]", 'startCommand = "node a.js"'),
  found("variables", /variables at Railway/, 3, "[variables]", 'LOG = "info"'),
  found(
    "variables of an environment",
    /variables at Railway/,
    3,
    "[environments.staging.variables]",
    'LOG = "info"',
  ),
  found("a build command in deploy", /`build\.buildCommand`/, 3, 'buildCommand = "npm run build"'),
  {
    title: "a health check at the root",
    files: {
      ...NODE,
      "railway.json": '{\n  "healthcheckPath": "/up",\n  "deploy": { "startCommand": "node server.js" }\n}\n',
    },
    told: [`warning ${RULE} railway.json:2`],
    fixes: { [RULE]: /`deploy\.healthcheckPath`/ },
  },
  {
    title: "a start command of the build",
    files: {
      ...NODE,
      "railway.json": '{\n  "build": {\n    "startCommand": "node server.js"\n  }\n}\n',
    },
    told: [`warning ${RULE} railway.json:3`],
    fixes: { [RULE]: /`deploy\.startCommand`/ },
  },
];

const SOUND: readonly JudgedCase[] = [
  ["an environment's deploy", "[environments.production.deploy]", 'startCommand = "node server.js"'],
  ["an environment's build", "[environments.pr.build]", 'builder = "RAILPACK"'],
  ["a field that is newer than the list", "overlapSeconds = 30", 'runtime = "V2"'],
  ["regions", "[deploy.multiRegionConfig.us-west2]", "numReplicas = 2"],
  ["a name, which says nothing of a deploy", "[service]", 'name = "heron"'],
  ["an environment that sets nothing", "[environments.production]"],
].map(([title = "", ...lines]) => ({ title, files: of(...lines), told: [], silent: [RULE] }));

describe("fields that Railway does not read", () => {
  itJudges(FAULTY, "are found");
  itJudges(SOUND, "are none");
});
