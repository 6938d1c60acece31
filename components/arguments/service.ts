import { z } from "zod";
import { SERVICE_TYPES } from "../../config";
import type { ServiceType } from "../../domain/service-type";
import type { DatabaseUrlArgs, ServiceArgs } from "../service-args";
import { anyText, anything, byName, input, isAwaited, list, mapping, port, refuse, text } from "./kinds";

export const type = z.enum(SERVICE_TYPES as [ServiceType, ...ServiceType[]], "expected a type").optional();
export const texts = input(byName(input(anyText)));

/** What a route and a header of a site have; Pulumi's own types name no closed list. */
const route = mapping({ type: input(text), source: input(text), destination: input(text) });
const header = mapping({ path: input(text), name: input(text), value: input(anyText) });

const databaseUrl = mapping<DatabaseUrlArgs>({
  url: input(anyText),
  driver: input(text).optional(),
  driverSettings: texts.optional(),
});

/** What a service has, alone and in an environment. */
export const SERVICE = {
  type,
  name: input(text).optional(),
  repository: input(text).optional(),
  branch: input(text).optional(),
  runtime: input(text).optional(),
  region: input(text).optional(),
  plan: input(text).optional(),
  build: input(anyText).optional(),
  start: input(anyText).optional(),
  preDeploy: input(anyText).optional(),
  port: input(port).optional(),
  healthCheckPath: input(anyText).optional(),
  dockerfile: input(text).optional(),
  dockerContext: input(text).optional(),
  image: input(text).optional(),
  schedule: input(text).optional(),
  publishPath: input(text).optional(),
  routes: input(list(input(route))).optional(),
  headers: input(list(input(header))).optional(),
  rootDirectory: input(anyText).optional(),
  environment: byName(input(anyText)).optional(),
  driver: input(text).optional(),
  driverSettings: texts.optional(),
};

type Issues = Parameters<typeof refuse>[0];

/** What each kind of service needs. */
export function neededOf(args: Readonly<Record<string, unknown>>, issues: Issues): void {
  const { type: kind = "web", runtime } = args;
  const needs =
    kind === "static"
      ? ["repository"]
      : [
          ...(kind === "cron" ? ["schedule"] : []),
          ...["region", "runtime"],
          ...(isAwaited(runtime) ? [] : [runtime === "image" ? "image" : "repository"]),
        ];
  for (const key of needs) if (args[key] === undefined) refuse(issues, [key], "expected text");
}

export const service = mapping<ServiceArgs>(
  {
    ...SERVICE,
    revision: input(text).optional(),
    databaseUrl: input(anyText).optional(),
    databaseUrls: byName(databaseUrl).optional(),
    standardPort: input(port).optional(),
    otherEnvironments: byName(anything).optional(),
  },
  neededOf,
);
