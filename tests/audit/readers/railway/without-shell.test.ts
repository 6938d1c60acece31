import assert from "node:assert/strict";
import { auditFolder, explainFolder } from "../../../../audit";
import { itJudges, type JudgedCase } from "../../judged-case";
import { type Files, inFolder } from "../../written-folder";

const NODE: Files = {
  Dockerfile: 'FROM node:22-alpine\nWORKDIR /srv\nCOPY . .\nCMD ["node", "server.js"]\n',
  "package.json": '{ "name": "heron", "version": "1.0.0" }\n',
  "server.js": 'require("http").createServer((q, s) => s.end("ok")).listen(process.env.PORT);\n',
  "migrate.js": 'console.log("migrated");\n',
  "app/server.js": 'require("http").createServer((q, s) => s.end("ok")).listen(process.env.PORT);\n',
};
const PYTHON: Files = {
  Dockerfile: "FROM python:3.13-slim\nWORKDIR /srv\nCOPY . .\nRUN pip install -r requirements.txt\n",
  "requirements.txt": "starlette==0.47.2\nuvicorn==0.35.0\nalembic==1.16.4\n",
  "main.py": "from starlette.applications import Starlette\n\napp = Starlette()\n",
};
const railway = (command: string, builder: string | undefined = "DOCKERFILE", of: Files = NODE): Files => ({
  ...of,
  "railway.toml": [
    "[build]",
    builder === "" ? "" : `builder = "${builder}"`,
    "[deploy]",
    `startCommand = ${JSON.stringify(command)}`,
    "",
  ].join("\n"),
});
const AT = "service/start-command railway.toml:4";

const refused = (title: string, command: string, builder?: string, of?: Files): JudgedCase => ({
  title,
  files: railway(command, builder, of),
  told: [`error ${AT}`],
  fixes: { "service/start-command": /sh -c '/ },
});

const FAULTY: readonly JudgedCase[] = [
  refused("a migration before the server", "node migrate.js && node server.js"),
  refused("the same with a semicolon", "node migrate.js; node server.js"),
  refused("the same with a semicolon as a word of its own", "node migrate.js ; node server.js"),
  refused("a folder that is entered first", "cd app && node server.js"),
  refused("a variable before the program", "NODE_ENV=production node server.js"),
  refused("exec before the program", "exec node server.js"),
  refused("an export", "export NODE_ENV=production && node server.js"),
  refused("a semicolon at the name of the file", "node server.js; echo done"),
  refused("a builder in small letters", "node migrate.js && node server.js", "dockerfile"),
  refused(
    "a migration of alembic before uvicorn",
    "alembic upgrade head && uvicorn main:app --host 0.0.0.0 --port $PORT",
    "DOCKERFILE",
    PYTHON,
  ),
  refused(
    "a server that takes no further argument",
    "uvicorn main:app --host 0.0.0.0 --port 8080 2>&1",
    "DOCKERFILE",
    PYTHON,
  ),
  refused("a package's script before the server", "npm run migrate && npm start", "DOCKERFILE", {
    ...NODE,
    "package.json":
      '{ "name": "heron", "version": "1.0.0", "scripts": { "migrate": "node migrate.js", "start": "node server.js" } }\n',
  }),
];

const SOUND: readonly JudgedCase[] = [
  ["a shell around it", `sh -c "node migrate.js && node server.js"`],
  ["a shell by its path", `/bin/sh -c 'cd app && exec node server.js'`],
  ["bash with its options", `bash -lc "NODE_ENV=production node server.js"`],
  ["a plain command", "node server.js"],
  ["an operator in quotes", `node server.js --greeting "a && b; c"`],
  ["env before the program", "env NODE_ENV=production node server.js"],
  ["Nixpacks, which has a shell", "node migrate.js && node server.js", "NIXPACKS"],
  ["Railpack, which has a shell", "cd app && node server.js", "RAILPACK"],
].map(([title = "", command = "", builder]) => ({
  title,
  files: railway(command, builder),
  told: [],
  silent: ["service/start-command"],
}));

const OPEN: readonly JudgedCase[] = [
  ["what a program makes of a pipe", "node server.js | tee log.txt"],
  ["what a program makes of a redirection", "node server.js > log.txt"],
  ["which builder takes a Dockerfile that is there", "node migrate.js && node server.js", ""],
  ["what is behind a server", "node server.js && echo done"],
].map(([title = "", command = "", builder]) => ({
  title,
  files: railway(command, builder),
  told: [],
  undecided: [AT],
}));

describe("a start command of Railway without a shell", () => {
  itJudges(FAULTY, "is refused");
  itJudges(SOUND, "is sound");
  itJudges(OPEN, "is not decided");

  it("is explained by the file that it starts", () =>
    inFolder(railway("node migrate.js && node server.js"), (folder) => {
      assert.deepEqual(
        explainFolder(folder).flatMap(({ chains }) => chains.map(({ starts }) => starts)),
        [["migrate.js"]],
      );
    }));

  it("has its own reason, and a port of Railway's too", () =>
    inFolder(
      {
        ...railway("uvicorn main:app --host 0.0.0.0 --port $PORT", "DOCKERFILE", PYTHON),
        "other/railway.toml": '[deploy]\nstartCommand = "uvicorn main:app --host 0.0.0.0 --port 8080"\n',
        "other/main.py": PYTHON["main.py"] ?? "",
        "other/requirements.txt": PYTHON["requirements.txt"] ?? "",
      },
      (folder) => {
        const { findings } = auditFolder(folder);
        const whyOf = (rule: string): string => findings.find((one) => one.rule === rule)?.why ?? "";
        assert.match(whyOf("service/start-command"), /Railway .*shell/);
        assert.doesNotMatch(whyOf("service/start-command"), /background/);
        assert.match(whyOf("port/hard-coded"), /^Railway /);
        assert.doesNotMatch(whyOf("port/hard-coded"), /Render|Heroku/);
      },
    ));
});
