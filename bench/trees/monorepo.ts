import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Forty files of one service, of which a few state facts. */
const FILES_OF_A_SERVICE = 40;

/**
 * Writes a monorepo of services that FastAPI serves, each with a Dockerfile, environment files, a render.yaml and
 * code. Every tenth has the faults of the incident. As in a real repository, most files state no fact.
 */
export function writeMonorepo(root: string, files: number): void {
  const services = Math.max(1, Math.round(files / FILES_OF_A_SERVICE));
  for (let index = 0; index < services; index += 1) {
    const folder = path.join(root, "services", `service-${String(index).padStart(4, "0")}`);
    const written = Object.entries(speaking(index));
    for (let file = written.length; file < FILES_OF_A_SERVICE; file += 1) written.push(silent(index, file));
    for (const [name, text] of written) {
      const at = path.join(folder, name);
      mkdirSync(path.dirname(at), { recursive: true });
      writeFileSync(at, text);
    }
  }
}

function speaking(index: number): Readonly<Record<string, string>> {
  const faulty = index % 10 === 0;
  const ref = letters(index);
  const environment = (kind: string, port: number): string =>
    [
      `PORT=${port}`,
      `LOG_LEVEL=info`,
      `DATABASE_URL=postgresql://app_${index}.${kind === "production" ? ref : letters(index + 7)}:$` +
        `{DB_PASSWORD}@aws-0-eu-west-1.pooler.supabase.com:5432/postgres`,
      "",
    ].join("\n");
  return {
    Dockerfile: [
      "FROM python:3.12-slim",
      "WORKDIR /app",
      "COPY requirements.txt .",
      "RUN pip install -r requirements.txt",
      "COPY . .",
      "EXPOSE 8000",
      'CMD ["sh", "-c", "uvicorn app.main:app --host 0.0.0.0 --port $PORT"]',
      "",
    ].join("\n"),
    ".env.staging": environment("staging", 8000),
    ".env.production": environment("production", faulty ? 10_000 : 8000),
    "requirements.txt": "fastapi\nuvicorn\nasyncpg\n",
    "app/main.py":
      "from fastapi import FastAPI\nfrom app.settings import settings\n\napp = FastAPI()\n\n\n" +
      '@app.get("/health")\ndef health():\n    return {"database": settings.database_url != ""}\n',
    "app/settings.py":
      "import os\n\n\nclass Settings:\n" +
      '    database_url = os.environ["DATABASE_URL"]\n    log_level = os.environ.get("LOG_LEVEL", "info")\n\n\n' +
      "settings = Settings()\n",
    "app/database.py":
      "import asyncpg\n\nfrom app.settings import settings\n\n\nasync def pool():\n" +
      "    return await asyncpg.create_pool(settings.database_url, min_size=1, max_size=4)\n",
    "web/server.ts":
      'import { createServer } from "node:http";\n\n' +
      "const port = Number(process.env.PORT ?? 8000);\n" +
      'createServer((_, answer) => void answer.end("ok")).listen(port, "0.0.0.0");\n',
  };
}

/** Code, pages and data that state no fact. */
function silent(index: number, file: number): [string, string] {
  const body = Array.from({ length: 40 }, (_, line) => line);
  switch (file % 4) {
    case 0:
      return [
        `app/models/model_${file}.py`,
        body.map((line) => `def value_${line}(one, other):\n    return one * ${line} + other\n`).join("\n"),
      ];
    case 1:
      return [
        `web/components/part-${file}.tsx`,
        body.map((line) => `export const Part${line} = () => <p>Part ${index}</p>;`).join("\n"),
      ];
    case 2:
      return [
        `docs/page-${file}.md`,
        body.map((line) => `Line ${line} of a page that says little.`).join("\n"),
      ];
    default:
      return [
        `data/rows-${file}.json`,
        JSON.stringify(body.map((line) => ({ id: line, name: `row ${line}` }))),
      ];
  }
}

/** A project reference of twenty letters that differs for each number. */
function letters(index: number): string {
  return Array.from({ length: 20 }, (_, at) =>
    String.fromCharCode(97 + ((index * (at + 3) + at * 7) % 26)),
  ).join("");
}
