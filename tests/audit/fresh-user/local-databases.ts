import type { JudgedCase } from "../judged-case";
import { NODE } from "./cases";

const PG = `const { Pool } = require("pg");
const pool = new Pool({ connectionString: process.env.DATABASE_URL });
require("express")().get("/health", (_, answer) => answer.send("ok")).listen(process.env.PORT);
`;
const service = (files: JudgedCase["files"]): JudgedCase["files"] => ({
  "package.json": NODE("node server.js", { express: "5.1.0", pg: "8.16.0" }),
  "server.js": PG,
  ...files,
});
const url = (host: string): string => `DATABASE_URL=postgresql://shop:secretpassword@${host}/shop\n`;
const RULE = "database/local-host";

/** Databases on the service's own machine, where nothing says which platform runs it. */
export const LOCAL_DATABASES: readonly JudgedCase[] = [
  {
    title: "production's database at localhost, and no platform's manifest",
    files: service({ ".env.production": url("localhost:5432") }),
    told: [`note ${RULE} .env.production:1`],
  },
  {
    title: "staging's by its parts",
    files: service({ ".env.staging": "PGHOST=127.0.0.1\nPGUSER=shop\nPGDATABASE=shop\n" }),
    told: [`note ${RULE} .env.staging:1`],
  },
  {
    title: "the machine that runs Docker",
    files: service({ ".env.production": url("host.docker.internal:5432") }),
    told: [`note ${RULE} .env.production:1`],
  },
  {
    title: "a developer's own",
    files: service({ ".env.development": url("localhost:5432") }),
    told: [],
    silent: [RULE],
  },
  {
    title: "a default in the code, beside an environment that sets the variable",
    files: service({
      ".env.production": url("db.acme.com:5432"),
      "server.js": PG.replace(
        "process.env.DATABASE_URL",
        'process.env.DATABASE_URL ?? "postgresql://localhost/shop"',
      ),
    }),
    told: [],
    silent: [RULE],
  },
  {
    title: "a proxy of a cloud's own that production starts beside the service",
    files: service({
      ".env.production": url("localhost:5432"),
      Dockerfile:
        'FROM node:22\nCOPY . .\nCMD ["sh", "-c", "cloud-sql-proxy acme:europe-west1:shop & exec node server.js"]\n',
    }),
    told: [],
    silent: [RULE],
  },
  {
    title: "a compose file that production runs with its database",
    files: service({
      Dockerfile: 'FROM node:22\nCOPY . .\nCMD ["node", "server.js"]\n',
      "compose.production.yaml":
        "services:\n  shop:\n    build: .\n    environment:\n      DATABASE_URL: postgresql://shop:shop@db:5432/shop\n  db:\n    image: postgres:17\n",
    }),
    told: [],
    silent: [RULE],
  },
];
