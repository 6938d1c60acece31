import { type Fact, type FactOf, known, unknown } from "../../domain";
import { type Cases, render } from "./facts";

const PASSWORD = "kX9canary7QzPw";
const url = (password: string): string => `postgresql://app:${password}@db.example.org:5432/app`;

function variable(file: string, name: string, value: string, environment?: string): Fact {
  const place = { source: "file", file, line: 1, column: 1 } as const;
  const secret = /SECRET|KEY|TOKEN|PASSWORD/.test(name);
  return {
    kind: "variable",
    place,
    name,
    value: known(value),
    secret,
    ...(environment !== undefined && { environment }),
  };
}

/** One name and value in the files of two environments. */
const inBoth = (name: string, value: string, second = "production"): Fact[] => [
  variable(".env.staging", name, value, "staging"),
  variable(`.env.${second}`, name, value, second),
];

const field = (name: string, nearest?: string): Fact => ({
  kind: "unknown-field",
  place: { source: "file", file: "render.yaml", line: 5, column: 5 },
  format: "render.yaml",
  field: name,
  nearest,
});

const DIGEST = `sha256:${"4be1".repeat(16)}`;
const origin = (of: "repository" | "image", url: string): FactOf<"origin"> => ({
  kind: "origin",
  of,
  place: { source: "configuration", key: "runtimeSource" },
  url: known(url),
});

const type = (name: string, meant: string | undefined): Fact => ({
  kind: "unknown-type",
  place: { source: "file", file: "render.yaml", line: 2, column: 11 },
  format: "render.yaml",
  type: name,
  meant,
});

const missingScript = (script: string, near: string | undefined): Fact => ({
  kind: "missing-script",
  place: { source: "file", file: "render.yaml", line: 7, column: 19 },
  script,
  file: "package.json",
  near,
  by: "build command",
});

const missingFile = (more: Partial<FactOf<"missing-file">> = {}): Fact => ({
  kind: "missing-file",
  place: { source: "file", file: "Dockerfile", line: 4, column: 1 },
  file: "package-lock.json",
  command: "npm ci",
  elsewhere: undefined,
  writtenBy: "npm install",
  by: "Dockerfile",
  ...more,
});
const { writtenBy: _, ...program } = missingFile() as FactOf<"missing-file">;
const missingProgram = (elsewhere?: string): Fact => ({
  ...program,
  file: "manage.py",
  command: "python manage.py migrate",
  elsewhere,
  by: "pre-deploy command",
});

const LIST = { line: "*", file: ".dockerignore" };
const copied = (
  context: NonNullable<FactOf<"missing-file">["context"]>,
  elsewhere?: string,
  unsure?: string,
): Fact => ({
  ...program,
  file: "x.txt",
  command: "COPY x.txt .",
  elsewhere,
  context,
  ...(unsure !== undefined && { unsure }),
});
const namedByManifest = (elsewhere?: string): Fact => ({
  ...program,
  file: "docker/Dockerfile",
  command: "dockerfilePath",
  elsewhere,
  by: "manifest",
});

const application = (missing: FactOf<"application">["missing"]): Fact => ({
  kind: "application",
  place: { source: "file", file: "render.yaml", line: 7, column: 19 },
  module: "main",
  attribute: "app",
  missing,
});

const requirement = (listed: boolean): Fact => ({
  kind: "requirement",
  place: { source: "file", file: "render.yaml", line: 7, column: 19 },
  program: "gunicorn",
  package: "gunicorn",
  file: "requirements.txt",
  listed: known(listed),
});

const railway: Fact = { ...render, platform: "railway" };
const misspelt = (name: string, nearest: string): Fact =>
  ({ ...field(name, nearest), format: "railway" }) as Fact;
const python: Fact = { ...render, runtime: "python" };
const free: Fact = { ...render, plan: "free" };

/** A part of a Blueprint, with what its fields say. */
const part = (
  of: FactOf<"manifest-part">["part"],
  fields: Readonly<Record<string, string>>,
  plan?: string,
): Fact => {
  const place = { source: "file", file: "render.yaml", line: 4, column: 5 } as const;
  return {
    kind: "manifest-part",
    platform: "render",
    part: of,
    place,
    fields: new Map(Object.entries(fields).map(([name, text]) => [name, { text, place }])),
    ...(plan !== undefined && { plan }),
  };
};

/** Cases of the rules that only a repository's files can break. */
export const FILE_CASES: Cases = {
  "blueprint/missing-field": [
    ["a disk", [part("disk", { name: "data", mountPath: "/data" })], undefined],
    ["a disk without its path", [part("disk", { name: "data" })], /none/],
    ["a store without its allow list", [part("key value store", { name: "cache" })], /none/],
    ["a store with it", [part("key value store", { name: "cache", ipAllowList: "" })], undefined],
  ],
  "plan/limits": [
    ["a disk of its own folder", [part("disk", { mountPath: "/data" })], undefined],
    ["a disk at Render's own folder", [part("disk", { mountPath: "/opt/render/" })], /opt/],
    ["a target of scaling", [part("scaling", { targetCPUPercent: "90" })], undefined],
    ["a target of scaling above 90", [part("scaling", { targetCPUPercent: "91" })], /91/],
    ["a database of 7 GB", [part("database", { diskSizeGB: "7" })], /7/],
    ["a database of 10 GB", [part("database", { diskSizeGB: "10" })], undefined],
    ["a reference for a size", [part("database", { diskSizeGB: "${SIZE}" })], undefined],
    ["previews for nothing", [part("previews", { plan: "free" }, "standard")], /free/],
    ["previews for nothing of a free service", [part("previews", { plan: "free" }, "free")], undefined],
    ["previews of a service whose plan is not told", [part("previews", { plan: "free" })], undefined],
    ["an address", [part("entry of ipAllowList", { source: "10.0.0.0/8" })], undefined],
    ["no address", [part("entry of ipAllowList", { source: "10.0.0.0/33" })], /33/],
  ],
  "port/differs-between-environments": [
    ["one port", inBoth("PORT", "8000"), undefined],
    [
      "a developer's own",
      [variable(".env.staging", "PORT", "8000", "staging"), variable(".env.local", "PORT", "3000", "local")],
      undefined,
    ],
    [
      "another variable",
      [variable(".env.a", "A", "1", "staging"), variable(".env.b", "A", "2", "production")],
      undefined,
    ],
    [
      "ports that `port/agreement` compares",
      [
        variable(".env.staging", "PORT", "8000", "staging"),
        variable(".env.production", "PORT", "10000", "production"),
        { kind: "start-command", place: { source: "file", file: "Procfile", line: 1 }, command: known("x") },
      ],
      undefined,
    ],
    [
      "the incident",
      [
        variable(".env.production", "PORT", "10000", "production"),
        variable(".env.staging", "PORT", "8000", "staging"),
      ],
      /^10000$/,
    ],
  ],
  "service/missing-application": [
    ["an application that is there", [application(known("nothing"))], undefined],
    [
      "a module that a variable names",
      [{ ...application(known("module")), by: "name", attribute: "" } as Fact],
      /^no such file$/,
    ],
    ["one of which nobody knows", [application(unknown("its names cannot all be read"))], "unknown"],
    ["a name that the module does not have", [application(known("attribute"))], /^no such name$/],
    ["a module that is not there", [application(known("module"))], /^no such file$/],
  ],
  "service/missing-requirement": [
    [
      "a package for development that is loaded",
      [{ ...requirement(false), isLoaded: true } as Fact],
      /^one of `dev/,
    ],
    ["a server that is listed", [requirement(true)], undefined],
    ["a server that is not listed", [requirement(false)], /^no such line$/],
  ],
  "secret/in-blueprint": [
    ["a setting", [variable("render.yaml", "LOG_LEVEL", "info")], undefined],
    ["a secret in an env file", [variable(".env.production", "JWT_SECRET", "c4nary-of-a-secret")], undefined],
    ["a placeholder", [variable("render.yaml", "API_KEY", "your-api-key")], undefined],
    [
      "a URL without a password",
      [variable("render.yaml", "DATABASE_URL", "postgresql://db.internal:5432/app")],
      undefined,
    ],
    ["a secret", [variable("render.yaml", "JWT_SECRET", "c4nary-of-a-secret")], /^its value$/],
    ["a URL with its password", [variable("infra/render.yml", "REPORTING", url(PASSWORD))], /^its value$/],
  ],
  "service/missing-script": [
    ["none", [], undefined],
    ["a script that is not there", [missingScript("build:render", "build")], /^none$/],
    ["a script that nothing is near to", [missingScript("deploy", undefined)], /^none$/],
  ],
  "service/missing-file": [
    ["none", [], undefined],
    ["a lock file that is not there", [missingFile()], /^none$/],
    ["a lock file that the image has not", [missingFile({ elsewhere: "package-lock.json" })], /^none$/],
    ["a program that is not there", [missingProgram()], /^none$/],
    ["a program in another folder", [missingProgram("api/manage.py")], /^none$/],
    ["a manifest's Dockerfile", [namedByManifest()], /^none$/],
    ["a manifest's Dockerfile in another folder", [namedByManifest("ops/Dockerfile")], /^none$/],
    ["a program of another name", [{ ...missingProgram("bin/api"), isBuilt: true } as Fact], /^none$/],
    ["a program that nothing makes", [{ ...missingProgram(), isBuilt: true } as Fact], /^none$/],
    ["a source that an image copies", [copied({ folder: "" })], /^none$/],
    ["a source in another folder", [copied({ folder: "api" }, "api/x.txt")], /^none in api/],
    ["a source that a list keeps out", [copied({ folder: "", leftOutBy: LIST })], /^left out by `\*`/],
    ["a source that may be there", [copied({ folder: "" }, undefined, "it may be made")], "unknown"],
    ["an env file, another rule's", [missingFile({ by: "compose file", isEnvFile: true })], undefined],
  ],
  "service/railway-field": [
    ["none", [railway], undefined],
    [
      "a value that the field does not take",
      [
        railway,
        {
          ...field("restartPolicyType", undefined),
          format: "railway",
          taken: { values: ["ON_FAILURE", "ALWAYS", "NEVER"], got: "ON_CRASH" },
        } as Fact,
      ],
      /^`ON_CRASH`$/,
    ],
    [
      "a table that sets nothing",
      [railway, { ...field("services", undefined), format: "railway", insteadOf: "services" } as Fact],
      /^`services`$/,
    ],
    ["a Blueprint's", [railway, field("healthCheckPaht", "healthCheckPath")], undefined],
    [
      "a path in other letters",
      [railway, misspelt("healthCheckPath", "healthcheckPath")],
      /`healthCheckPath`/,
    ],
    [
      "a command by another name",
      [railway, misspelt("releaseCommand", "preDeployCommand")],
      /`releaseCommand`/,
    ],
  ],
  "service/python-version": [
    ["a version in full", [python, variable("render.yaml", "PYTHON_VERSION", "3.13.5")], undefined],
    [
      "a version without its third number",
      [python, variable("render.yaml", "PYTHON_VERSION", "3.13")],
      /^`3\.13`$/,
    ],
    ["an image, which reads none", [render, variable("render.yaml", "PYTHON_VERSION", "3.13")], undefined],
    [
      "a version that is not known",
      [python, { ...variable("render.yaml", "PYTHON_VERSION", ""), value: unknown("it is typed") } as Fact],
      "unknown",
    ],
  ],
  "service/source": [
    ["a repository", [render, origin("repository", "https://github.com/acme/api")], undefined],
    ["a page of it", [render, origin("repository", "https://github.com/acme/api/tree/main")], /a page/],
    ["a repository without a scheme", [render, origin("repository", "github.com/acme/api")], /scheme/],
    ["a repository by SSH", [render, origin("repository", "git@github.com:acme/api.git")], "unknown"],
    ["an image", [render, origin("image", "registry.acme.io:5000/team/api:1.4")], undefined],
    [
      "an image by its digest",
      [render, { ...origin("image", "ghcr.io/acme/api"), digest: DIGEST }],
      undefined,
    ],
    [
      "an image by tag and digest",
      [render, { ...origin("image", "ghcr.io/acme/api"), tag: "1.4", digest: DIGEST }],
      /a tag and a digest/,
    ],
    ["an image with a scheme", [render, origin("image", "https://ghcr.io/acme/api")], /scheme/],
    ["an image with capitals", [render, origin("image", "ghcr.io/Acme/API")], /capitals/],
  ],
  "service/blocked-port": [
    ["a URL of mail", [free, variable("render.yaml", "EMAIL_URL", "smtp://jo:k9@smtp.acme.io:587")], /^587$/],
    ["a paid plan", [{ ...render, plan: "starter" }, variable("render.yaml", "SMTP_PORT", "587")], undefined],
    ["a port that is free", [free, variable("render.yaml", "SMTP_PORT", "2525")], undefined],
    ["another port of that number", [free, variable("render.yaml", "SYSLOG_PORT", "25")], undefined],
    ["a port of mail", [free, variable("render.yaml", "SMTP_PORT", "587")], /^587$/],
    [
      "a server of mail that is not known",
      [free, { ...variable("render.yaml", "SMTP_SERVER", ""), value: unknown("it is typed") } as Fact],
      "unknown",
    ],
    ["a port of mail in a framework's words", [free, variable("render.yaml", "EMAIL_PORT", "465")], /^465$/],
  ],
  "blueprint/unknown-field": [
    ["none", [], undefined],
    [
      "a service's field at the root",
      [{ ...field("build_command", "buildCommand"), within: "root" } as Fact],
      /`build_command`/,
    ],
    ["a plan of a static site", [{ ...field("plan"), within: "static site" } as Fact], /`plan`/],
    ["a list of databases of another kind", [field("redis")], /`redis`/],
    ["one that is misspelt", [field("healthCheckPaht", "healthCheckPath")], /`healthCheckPaht`/],
  ],
  "blueprint/unknown-value": [
    ["nothing told", [render], undefined],
    [
      "a type of the dashboard's words",
      [type("static_site", "`type: web` with `runtime: static`")],
      /^`static_site`$/,
    ],
    ["a type that nobody knows", [type("lambda", undefined)], /^`lambda`$/],
    [
      "names of Render's",
      [
        { ...render, runtime: "docker", region: "frankfurt", plan: "pro_plus" },
        { ...render, plan: "pro plus" },
      ],
      undefined,
    ],
    [
      "plans by their size, as they are sold since August 2026, and those before",
      ["1c-2g", "0.5c-512mb", "starter_legacy", "standard-legacy"].map((plan): Fact => ({ ...render, plan })),
      undefined,
    ],
    ["another platform's names", [{ ...render, platform: "fly", region: "fra", plan: "shared" }], undefined],
    ["a runtime that it has not", [{ ...render, runtime: "java" }], /^`java`$/],
    ["a region that is misspelt", [{ ...render, region: "francfurt" }], /^`francfurt`$/],
    ["a plan of another platform", [{ ...render, plan: "hobby" }], /^`hobby`$/],
  ],
  "secret/shared": [
    [
      "two secrets",
      [
        variable(".env.staging", "JWT_SECRET", "c4nary-of-staging", "staging"),
        variable(".env.production", "JWT_SECRET", "c4nary-of-production", "production"),
      ],
      undefined,
    ],
    ["a developer's machine", inBoth("JWT_SECRET", "c4nary-of-a-secret", "local"), undefined],
    ["a setting in two environments", inBoth("PUBLIC_NAME", "navigator-api-of-acme"), undefined],
    ["a short text", inBoth("KEY_KIND", "rs256"), undefined],
    ["a placeholder in two environments", inBoth("API_KEY", "your-openai-api-key"), undefined],
    ["one secret in two environments", inBoth("JWT_SECRET", "c4nary-of-a-secret"), /^the one of staging$/],
  ],
  "database/shared-password": [
    [
      "two passwords",
      [
        variable(".env.staging", "DATABASE_URL", url(PASSWORD), "staging"),
        variable(".env.production", "DATABASE_URL", url("another7QzPw"), "production"),
      ],
      undefined,
    ],
    ["a developer's machine", inBoth("DATABASE_URL", url(PASSWORD), "local"), undefined],
    ["one password in two environments", inBoth("DATABASE_URL", url(PASSWORD)), /^the one of staging$/],
  ],
};
