import type { Files } from "../../../audit/written-folder";

/** A repository that is audited, adopted, and audited again. */
export interface AdoptedRepository {
  readonly name: string;
  readonly files: Files;
  /** The folder that is adopted and audited. @default the whole repository */
  readonly folder?: string;
  /** What `adopt` is given beside the folder. */
  readonly options?: readonly string[];
  /** What is written before the second audit, as `npm install` in the project does. */
  readonly afterwards?: Files;
  /** `severity rule file:line` of what the first audit finds: none of a healthy one. */
  readonly finds?: readonly string[];
  /** What adopting changes on purpose: what the second audit finds beside this. */
  readonly adds?: readonly string[];
  /** Name and folder of services that the stack alone names, such as a Procfile's workers. */
  readonly declares?: readonly string[];
  /** Places of findings, with what they become by adopting. */
  readonly moves?: Readonly<Record<string, string>>;
}

/** A lock file as npm writes one beside the program that is adopted. */
export const PROJECT_LOCK: Files = {
  "infra/package-lock.json": `${JSON.stringify({
    name: "shop-infra",
    lockfileVersion: 3,
    requires: true,
    packages: {
      "": { name: "shop-infra", dependencies: { "@pulumi/pulumi": "3.200.0" } },
      "node_modules/@pulumi/pulumi": { version: "3.200.0", engines: { node: ">=20" } },
    },
  })}\n`,
};

/** A Node package's lock file, of these packages. */
export function npmLock(packages: Readonly<Record<string, string>>, name = "shop"): string {
  const installed = Object.entries(packages).map(([each, version]) => [`node_modules/${each}`, { version }]);
  return `${JSON.stringify(
    {
      name,
      lockfileVersion: 3,
      requires: true,
      packages: { "": { name, dependencies: packages }, ...Object.fromEntries(installed) },
    },
    null,
    2,
  )}\n`;
}

export function manifest(fields: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify({ name: "shop", private: true, ...fields }, null, 2)}\n`;
}

export const EXPRESS_SERVER = `const express = require("express");
const app = express();
app.get("/health", (_, response) => response.send("ok"));
app.listen(Number(process.env.PORT), "0.0.0.0");
`;

export const FASTAPI = `from fastapi import FastAPI

app = FastAPI()


@app.get("/health")
def health():
    return {"ok": True}
`;

export const GO_SERVER = `package main

import (
\t"net/http"
\t"os"
)

func main() {
\thttp.HandleFunc("/health", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(200) })
\t_ = http.ListenAndServe(":"+os.Getenv("PORT"), nil)
}
`;
