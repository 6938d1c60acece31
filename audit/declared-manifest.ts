import type { Place } from "../domain";
import type { FieldOfCode, ServiceOfCode } from "../domain/service-of-code";

/** The declared service as Render's own manifest would state it; no file of the repository. */
export const DECLARED = "render.yaml";
const NAME = "declared";

const TYPES = { web: "web", private: "pserv", worker: "worker", cron: "cron", static: "static" } as const;

/** How Render's manifest calls what a program calls otherwise. */
const KEYS: Readonly<Record<string, FieldOfCode>> = {
  rootDir: "rootDirectory",
  dockerCommand: "startCommand",
  publishPath: "publishPath",
  staticPublishPath: "publishPath",
  buildCommand: "buildCommand",
  preDeployCommand: "preDeployCommand",
  startCommand: "startCommand",
  dockerfilePath: "dockerfilePath",
  dockerContext: "dockerContext",
};

/** The field of the service at a place of its manifest. */
export function fieldAt(place: Place): FieldOfCode | undefined {
  const key = place.source === "file" ? (place.key ?? "") : "";
  return Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
}

/**
 * The manifest's text, each field in a line of its own: rules about what is built read the lines of a manifest. YAML takes a
 * text of JSON as it is.
 */
export function manifestOf(service: ServiceOfCode): string {
  const { type, runtime, variables } = service;
  const fields = {
    name: NAME,
    runtime,
    rootDir: service.rootDirectory,
    buildCommand: service.buildCommand,
    preDeployCommand: service.preDeployCommand,
    [runtime === "docker" ? "dockerCommand" : "startCommand"]: service.startCommand,
    staticPublishPath: service.publishPath,
    healthCheckPath: service.healthCheckPath,
    dockerfilePath: service.dockerfilePath,
    dockerContext: service.dockerContext,
  };
  const lines = Object.entries(fields).flatMap(([key, value]) =>
    value === undefined ? [] : [`    ${key}: ${JSON.stringify(value)}`],
  );
  const set = [...variables].flatMap(([key, value]) => [
    `      - key: ${JSON.stringify(key)}`,
    `        value: ${JSON.stringify(value)}`,
  ]);
  const all = set.length === 0 ? lines : [...lines, "    envVars:", ...set];
  return ["services:", `  - type: ${TYPES[type]}`, ...all, ""].join("\n");
}
