import assert from "node:assert/strict";
import fc from "fast-check";
import { auditFolder } from "../../audit";
import { isOwnManifest } from "../../audit/adoption/own-manifest";
import { angularPages } from "../../audit/readers/package-json/angular-pages";
import { bundlerOf } from "../../audit/readers/package-json/bundler";
import { filesOf } from "./readers/one-file";
import { inFolder } from "./written-folder";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const PACKAGE = {
  ...{ name: "shop", private: true, type: "module", main: "server.js", workspaces: ["packages/*"] },
  scripts: { build: "ng build", start: "node server.js", prestart: "node check.js" },
  ...{ engines: { node: ">=20" }, packageManager: "npm@10.0.0" },
  ...{ dependencies: { express: "^5.0.0", "@angular/core": "^20.0.0" }, devDependencies: { tsx: "^4.0.0" } },
} as const satisfies Json;

/** Files of settings as tools write them. */
const DOCUMENTS: Readonly<Record<string, Json>> = {
  "package.json": PACKAGE,
  "package-lock.json": {
    ...{ name: "shop", lockfileVersion: 3, requires: true },
    packages: { "": { ...PACKAGE }, "node_modules/express": { version: "5.0.0", dev: true } },
  },
  "angular.json": {
    projects: {
      shop: {
        architect: {
          build: {
            builder: "@angular/build:application",
            options: { outputPath: { base: "dist/shop", browser: "browser" } },
          },
        },
      },
    },
  },
  "tsconfig.json": {
    extends: "./tsconfig.base.json",
    compilerOptions: { outDir: "dist", rootDir: "src", paths: { "@/*": ["./src/*"] } },
    ...{ include: ["src"], files: ["src/server.ts"], references: [{ path: "./packages/api" }] },
  },
  "packages/api/package.json": { name: "@shop/api", scripts: { start: "node index.js" }, dependencies: {} },
  "composer.json": {
    require: { php: "^8.3", "ext-pgsql": "*" },
    scripts: { start: ["php -S 0.0.0.0:8000"] },
  },
  "vercel.json": { builds: [{ src: "index.js" }], env: { PORT: "8000" }, crons: [{ path: "/a" }] },
  "app.json": { env: { API_KEY: { required: true, value: "a" } }, formation: { web: { quantity: 1 } } },
  "railway.json": { build: { builder: "NIXPACKS" }, deploy: { startCommand: "node server.js" } },
  "appsettings.json": { Kestrel: { Endpoints: { Http: { Url: "http://0.0.0.0:8000" } } } },
  "config/default.json": { port: 8000, host: "0.0.0.0" },
  "turbo.json": { tasks: { build: { dependsOn: ["^build"], outputs: ["dist/**"] } } },
  "nest-cli.json": { sourceRoot: "src", compilerOptions: { deleteOutDir: true } },
};
const OTHERS = {
  "server.js": 'const { port } = require("config");\nrequire("express")().listen(port);\n',
  Procfile: "web: npm start\n",
};

const ODD: readonly Json[] = [null, 1, true, "a", "", [], {}, [null], [[]], { a: null }, { a: 1 }];

/** All that a document may be with one of its values another one. */
function changes(document: Json, odd: readonly Json[] = ODD): readonly Json[] {
  const within = Array.isArray(document)
    ? document.flatMap((item, at) => changes(item, odd).map((one) => document.with(at, one)))
    : typeof document === "object" && document !== null
      ? Object.entries(document).flatMap(([key, value]) =>
          changes(value, odd).map((one) => ({ ...document, [key]: one })),
        )
      : [];
  return [...odd, ...within];
}

const written = (document: Json): string => JSON.stringify(document, null, 2);
const all = Object.fromEntries(
  Object.entries(DOCUMENTS).map(([name, document]) => [name, written(document)]),
);

describe("Settings in JSON with a value of another type", () => {
  for (const name of ["package.json", "angular.json"] as const)
    it(`are read by what asks them alone: ${name}`, () => {
      for (const document of changes(DOCUMENTS[name] as Json)) {
        const repository = filesOf({ ...all, [name]: written(document) });
        for (const read of [angularPages, bundlerOf, isOwnManifest])
          assert.doesNotThrow(() => read("", repository), `${read.name}: ${written(document)}`);
      }
    });

  for (const [name, document] of Object.entries(DOCUMENTS))
    it(`end no audit: ${name}`, () => {
      const files = { ...all, ...OTHERS };
      const any = fc.oneof(fc.constantFrom(...changes(document)), fc.jsonValue() as fc.Arbitrary<Json>);
      fc.assert(
        fc.property(any, (changed) => {
          const audit = inFolder({ ...files, [name]: written(changed) }, (folder) => auditFolder(folder));
          const failed = audit.files.flatMap(({ problems }) => problems.map(({ reason }) => reason));
          assert.deepEqual(
            failed.filter((reason) => /^the reader .* failed/.test(reason)),
            [],
          );
        }),
        { numRuns: 12 },
      );
    });
});
