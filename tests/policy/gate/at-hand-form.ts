import type { CodeCase } from "./repositories";

/** A service beside its code: what the pack must say of it, written before the first run. */
export interface AtHandCase extends CodeCase {
  /** What must be among the undecided. */
  readonly undecided?: RegExp;
}

const ADDRESS = { repoUrl: "https://github.com/acme/api", branch: "main" };
export const native = (buildCommand: string, runtime = "python", more: object = {}) => ({
  runtimeSource: { nativeRuntime: { ...ADDRESS, runtime, buildCommand } },
  ...more,
});
export const docker = (of: object = {}, more: object = {}) => ({
  runtimeSource: { docker: { ...ADDRESS, ...of } },
  ...more,
});
export const site = (
  publishPath: string,
  buildCommand = "npm ci && npm run build",
  more: object = {},
): object => ({ ...ADDRESS, buildCommand, publishPath, ...more });
export const PIP = "pip install -r requirements.txt";
export const uvicorn = (application: string) => `uvicorn ${application} --host 0.0.0.0 --port $PORT`;
export const gunicorn = (application: string) => `gunicorn ${application} --bind 0.0.0.0:$PORT`;
export const fastapi = (path = "/health") =>
  `from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get("${path}")\ndef health():\n    return {}\n`;
export const CELERY = 'from celery import Celery\n\napp = Celery("acme")\n';
export const requirements = (...more: readonly string[]) =>
  ["fastapi==0.115.0", "uvicorn==0.32.0", "celery==5.4.0", "redis==5.2.0", ...more, ""].join("\n");
/** package.json with its lock file, which has the same versions. */
export const npm = (
  scripts: Readonly<Record<string, string>>,
  dependencies: Readonly<Record<string, string>> = { express: "4.21.0" },
  locked = dependencies,
  folder = "",
) => ({
  [`${folder}package.json`]: JSON.stringify({ name: "acme", version: "1.0.0", scripts, dependencies }),
  [`${folder}package-lock.json`]: JSON.stringify({
    name: "acme",
    version: "1.0.0",
    lockfileVersion: 3,
    packages: {
      "": { name: "acme", version: "1.0.0", dependencies: locked },
      ...Object.fromEntries(
        Object.entries(locked).map(([name, version]) => [
          `node_modules/${name}`,
          { version: version.replace(/^\D+/, "") },
        ]),
      ),
    },
  }),
});
export const express = (path = "/health") =>
  `const express = require("express");\nconst app = express();\napp.get("${path}", (_, answer) => answer.json({}));\napp.listen(process.env.PORT, "0.0.0.0");\n`;
export const HTML = "<html></html>\n";
