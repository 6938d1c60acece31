import { itJudges, type JudgedCase } from "../../judged-case";
import type { Files } from "../../written-folder";

const REPOSITORY = (given: string, more: Files = {}, name = "docker-compose.prod.yml"): Files => ({
  [name]: `services:\n  app:\n    build: .\n    ports: ["3000:3000"]\n    env_file: ${given}\n`,
  Dockerfile: 'FROM node:22\nCOPY . .\nENV PORT=3000\nCMD ["node", "server.js"]\n',
  "server.js": 'require("express")().listen(process.env.PORT);\n',
  ...more,
});
const RULE = "environment/missing-file";
const IGNORE = (...lines: readonly string[]): Files => ({ ".gitignore": `${lines.join("\n")}\n` });

const FAULTY: readonly JudgedCase[] = [
  {
    title: "one that git does not ignore",
    files: REPOSITORY(".env.prod", IGNORE("node_modules")),
    told: [],
    warned: `warning ${RULE} docker-compose.prod.yml:5`,
  },
  {
    title: "in a list",
    files: REPOSITORY("[.env.prod]", IGNORE("node_modules")),
    told: [],
    warned: `warning ${RULE} docker-compose.prod.yml:5`,
  },
  {
    title: "with a path of its own",
    files: REPOSITORY("\n      - path: .env.staging", IGNORE(".env")),
    told: [],
    warned: `warning ${RULE} docker-compose.prod.yml:6`,
  },
  {
    title: "required by name",
    files: REPOSITORY("\n      - path: .env.prod\n        required: true", IGNORE("dist")),
    told: [],
    warned: `warning ${RULE} docker-compose.prod.yml:6`,
  },
  {
    title: "production's under another name",
    files: REPOSITORY(".env.prod", { ".env.production": "A=1\n" }),
    told: [`error ${RULE} docker-compose.prod.yml:5`],
  },
  {
    title: "staging's under another name",
    files: REPOSITORY(".env.stage", { ".env.staging": "A=1\n" }),
    told: [`error ${RULE} docker-compose.prod.yml:5`],
  },
  {
    title: "a file in another folder",
    files: REPOSITORY("config/.env.prod", { "deploy/.env.prod": "A=1\n" }),
    told: [`error ${RULE} docker-compose.prod.yml:5`],
  },
  {
    title: "another compose file's name",
    files: REPOSITORY(".env.prod", IGNORE("node_modules"), "compose.production.yaml"),
    told: [],
    warned: `warning ${RULE} compose.production.yaml:5`,
  },
].map(({ warned, ...one }) => ({ ...one, told: warned === undefined ? one.told : [warned as string] }));

const SOUND: readonly JudgedCase[] = [
  {
    title: "one that is there",
    files: REPOSITORY(".env.prod", { ...IGNORE("node_modules"), ".env.prod": "A=1\n" }),
  },
  { title: "one that git ignores", files: REPOSITORY(".env.prod", IGNORE(".env.prod")) },
  { title: "one of all that git ignores", files: REPOSITORY(".env.prod", IGNORE(".env*")) },
  {
    title: "one with a sample",
    files: REPOSITORY(".env.prod", { ...IGNORE("node_modules"), ".env.prod.example": "A=\n" }),
  },
  {
    title: "one with another sample",
    files: REPOSITORY(".env.prod", { ...IGNORE("node_modules"), ".env.example": "A=\n" }),
  },
  {
    title: "one that is not required",
    files: REPOSITORY("\n      - path: .env.prod\n        required: false", IGNORE("node_modules")),
  },
  { title: "a developer's own", files: REPOSITORY(".env", IGNORE("node_modules")) },
  { title: "a developer's own by name", files: REPOSITORY(".env.local", IGNORE("node_modules")) },
  { title: "a repository that ignores nothing", files: REPOSITORY(".env.prod") },
  { title: "a name that is filled in", files: REPOSITORY(".env.${STAGE}", IGNORE("node_modules")) },
].map((one) => ({ ...one, told: [], silent: [RULE] }));

describe("an env file that compose gives to a service", () => {
  itJudges(FAULTY, "is found missing");
  itJudges(SOUND, "is left alone");
});
