import { itJudges, type JudgedCase } from "../judged-case";
import type { Files } from "../written-folder";

const RULE = "service/missing-requirement";
const app = (imports: string, listed: readonly string[] = [], more: Files = {}, step = ""): Files => ({
  Dockerfile: `FROM python:3.13-slim\nWORKDIR /srv\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\n${step}COPY . .\nCMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8080"]\n`,
  "fly.toml": 'app = "heron"\n[http_service]\n  internal_port = 8080\n',
  "requirements.txt": ["fastapi==0.135.1", "uvicorn==0.41.0", ...listed, ""].join("\n"),
  "main.py": `from fastapi import FastAPI\n${imports}\n\napp = FastAPI()\n`,
  ...more,
});
const REDIS = "from redis.asyncio import Redis";
const FAULTY: readonly JudgedCase[] = [
  ["a module below a package", REDIS, "redis"],
  ["a module by itself", "import redis", "redis"],
  ["a package under another name", "import jwt", "pyjwt"],
  ["one of two names", "import psycopg2", "psycopg2-binary"],
].map(([title = "", imports = "", name = ""]) => ({
  title,
  files: app(imports),
  told: [`error ${RULE} Dockerfile:6`],
  fixes: { [RULE]: new RegExp(`\`${name}\``) },
}));
const SOUND: readonly JudgedCase[] = [
  { title: "a package that is listed", files: app(REDIS, ["redis==6.4.0"]) },
  { title: "a package that is listed in other letters", files: app("import jwt", ["PyJWT==2.10.1"]) },
  { title: "a package that another one brings", files: app("import sqlalchemy", ["alembic==1.16.4"]) },
  { title: "what a server's extra brings", files: app("import yaml", ["uvicorn[standard]==0.41.0"]) },
  { title: "a package that may bring it", files: app(REDIS, ["celery[redis]==5.5.3"]) },
  { title: "a module of the repository", files: app("import redis", [], { "redis.py": "x = 1\n" }) },
  {
    title: "an import that may fail",
    files: app(`try:\n    ${REDIS}\nexcept ImportError:\n    Redis = None`),
  },
  { title: "an import of a function", files: app(`def connect():\n    ${REDIS}\n    return Redis()`) },
  { title: "an import in a text", files: app(`"""\n${REDIS}\n"""`) },
  { title: "a module that is not known", files: app("from google.cloud import storage") },
  { title: "a step that installs it", files: app(REDIS, [], {}, "RUN pip install redis\n") },
].map((one) => ({ ...one, told: [], silent: [RULE] }));

describe("a package that the started file imports", () => {
  itJudges(FAULTY, "is missed");
  itJudges(SOUND, "is there or not certain");
});
