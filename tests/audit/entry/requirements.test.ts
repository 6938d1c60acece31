import assert from "node:assert/strict";
import { auditFolder } from "../../../audit";
import { inFolder } from "../written-folder";

const UVICORN = "gunicorn main:app -k uvicorn.workers.UvicornWorker --bind 0.0.0.0:$PORT";
const base = (requirements: string) => ({
  "requirements.txt": requirements,
  "main.py": "from fastapi import FastAPI\n\napp = FastAPI()\n",
});
const native = (start: string, requirements: string) => ({
  ...base(requirements),
  "render.yaml": `services:\n  - type: web\n    name: shop\n    runtime: python\n    plan: starter\n    healthCheckPath: /\n    buildCommand: pip install -r requirements.txt\n    startCommand: ${start}\n`,
});
const image = (requirements: string, ...steps: readonly string[]) => ({
  ...base(requirements),
  "render.yaml":
    "services:\n  - type: web\n    name: shop\n    runtime: docker\n    plan: starter\n    healthCheckPath: /\n",
  Dockerfile: [
    ...["FROM python:3.13-slim", "WORKDIR /app", "COPY requirements.txt ."],
    ...steps,
    ...["COPY . .", "CMD uvicorn main:app --host 0.0.0.0 --port $PORT", ""],
  ].join("\n"),
});

const START = "uvicorn main:app --host 0.0.0.0 --port $PORT";

describe("what a server's command needs of its requirements", () => {
  for (const [requirement, isDecided] of [
    ["acme-web==1.0", false],
    ["--extra-index-url https://packages.acme.example/simple\nacme_web", false],
    ["fastapi[standard-no-fastapi-cloud-cli]", false],
    ["strawberry-graphql[debug-server]", false],
    ["SQLAlchemy[asyncio]>=2 ; python_version >= '3.9'", true],
    ["psycopg[binary,pool]==3.2.1", true],
    ["types-requests", true],
  ] as const)
    it(`is ${isDecided ? "missing" : "not decided"} beside ${requirement.replace("\n", " and ")}`, () =>
      inFolder(native(START, `fastapi\n${requirement}\n`), (folder) => {
        const { findings, undecided } = auditFolder(folder);
        const asked = [...findings, ...undecided].filter(
          ({ rule }) => rule === "service/missing-requirement",
        );
        assert.equal(asked.length, 1);
        assert.equal(findings.includes(asked[0] as (typeof findings)[number]), isDecided);
      }));

  it("is there where another package is known to bring it", () =>
    inFolder(native(START, "fastapi\nchromadb\n"), (folder) => {
      const { findings, undecided } = auditFolder(folder);
      assert.ok(![...findings, ...undecided].some(({ rule }) => rule === "service/missing-requirement"));
    }));

  for (const [name, files, isMissing] of [
    ["a worker class of uvicorn", native(UVICORN, "fastapi\ngunicorn\n"), true],
    [
      "a worker class of uvicorn that is there",
      native(UVICORN, "fastapi\ngunicorn\nuvicorn[standard]\n"),
      false,
    ],
    ["a worker class that fastapi brings", native(UVICORN, "fastapi[standard]\ngunicorn\n"), false],
    ["gevent", native("gunicorn main:app -k gevent -b 0.0.0.0:$PORT", "flask\ngunicorn\n"), true],
    [
      "gevent as an extra",
      native("gunicorn main:app --worker-class=gevent -b :$PORT", "gunicorn[gevent]\n"),
      false,
    ],
    ["threads", native("gunicorn main:app -k gthread -b 0.0.0.0:$PORT", "flask\ngunicorn\n"), false],
    ["a server of an image", image("fastapi\n", "RUN pip install --no-cache-dir -r requirements.txt"), true],
    ["a server that an image has", image("fastapi\nuvicorn\n", "RUN pip install -r requirements.txt"), false],
    [
      "a server that an image installs",
      image("fastapi\n", "RUN pip install -r requirements.txt uvicorn"),
      false,
    ],
    [
      "a server that another tool installs",
      image("fastapi\n", "RUN pip install poetry && poetry install"),
      false,
    ],
  ] as const)
    it(`${isMissing ? "is missing" : "is there"}: ${name}`, () =>
      inFolder(files, (folder) => {
        const found = auditFolder(folder).findings.filter(
          ({ rule }) => rule === "service/missing-requirement",
        );
        assert.equal(found.length > 0, isMissing);
      }));
});
