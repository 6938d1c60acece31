import * as pulumi from "@pulumi/pulumi";
import type { Stack, StackDatabase, StackPromotion } from "../config/stack";
import type { StackService } from "../config/stack-service";
import { kindOfValue } from "../domain/kind-of-value";
import type { DatabaseArgs, EnvironmentArgs, EnvironmentServiceArgs } from "./environment-types";
import type { PromotionArgs } from "./promotion";

/**
 * What a stack's configuration declares, as the arguments of an `Environment`. The one place where the two meet: a
 * program that wants something else takes what this returns and changes it, or writes its own arguments.
 */
export function environmentArgs(stack: Stack): EnvironmentArgs {
  if (!isStack(stack)) {
    throw new pulumi.RunError(
      `environmentArgs: expected what \`readStack()\` returns, got ${kindOfValue(stack)}.`,
    );
  }
  const { single, services, databases, standardPort, otherEnvironments, promotion, addresses } =
    stack.configuration;
  const common = {
    ...{ environment: stack.name, standardPort, otherEnvironments, addresses },
    ...(promotion !== undefined && { promotion: promotionArgs(promotion, addresses) }),
  };
  const declared = services.map((service) => [service.key, serviceArgs(stack, service)] as const);
  const connections = Object.entries(databases).map(
    ([name, database]) => [name, databaseArgs(stack, name, database)] as const,
  );
  const [[, service] = []] = declared;
  if (!single || service === undefined) {
    return { ...common, services: Object.fromEntries(declared), databases: Object.fromEntries(connections) };
  }
  const { verify = {}, database: used, ...one } = service;
  const [[, database] = [], second] = connections;
  if (second !== undefined || one.databases !== undefined) {
    const declaredService = { ...one, ...(used !== undefined && { database: used }) };
    return { ...common, service: declaredService, verify, databases: Object.fromEntries(connections) };
  }
  return { ...common, service: one, verify, ...(database !== undefined && { database }) };
}

const isStack = (stack: unknown): boolean =>
  typeof stack === "object" && stack !== null && "configuration" in stack;

/** A service's arguments; what its file leaves out has no key. */
function serviceArgs(stack: Stack, service: StackService) {
  const { key: _, environment, verify, ...declared } = service;
  const { apiKey, host } = stack.render;
  const given = Object.entries(declared).filter(([key, value]) => value !== undefined && key !== "databases");
  return {
    ...Object.fromEntries(given),
    ...severalDatabases(service),
    environment: secretWhereEncrypted(stack, environment),
    verify: {
      ...verify,
      ...(apiKey !== undefined && { renderApiKey: apiKey }),
      ...(host !== undefined && { renderHost: host }),
    },
  } as unknown as EnvironmentServiceArgs;
}

/** What `database` does not say. */
function severalDatabases(service: StackService): Pick<EnvironmentServiceArgs, "databases"> {
  if (service.type === "static" || service.database !== undefined) return {};
  return Object.keys(service.databases).length === 0 ? {} : { databases: service.databases };
}

/** Keys of a stack file that hold variables. */
const HOLD_VARIABLES = ["service", "services", "environment"];

/** Variables; where one of them is encrypted in the stack file, all of them stay secret. */
function secretWhereEncrypted({ secretKeys }: Stack, environment: Readonly<Record<string, string>>) {
  if (!HOLD_VARIABLES.some((key) => secretKeys.includes(key))) return environment;
  return Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, pulumi.secret(value)]));
}

function databaseArgs(stack: Stack, name: string, database: StackDatabase): DatabaseArgs {
  const { url, password, adminPassword } = stack.databaseSecrets[name] ?? {};
  // A branch is for pull requests, and no matter of the deployment.
  const { previewBranch: _, ...declared } = database;
  const given = Object.entries(declared).filter(([, value]) => value !== undefined);
  return {
    ...(Object.fromEntries(given) as Omit<DatabaseArgs, "url" | "password" | "adminPassword">),
    ...(url !== undefined && { url }),
    ...(password !== undefined && { password }),
    ...(adminPassword !== undefined && { adminPassword }),
  };
}

function promotionArgs(
  { from, soak, windows, override }: StackPromotion,
  addresses: Readonly<Record<string, string>>,
): PromotionArgs {
  // A rehearsal changes nothing that a window protects.
  const asked = windows.length > 0 && Object.keys(addresses).length === 0;
  return { from, soak, ...(asked && { windows }), ...(override !== undefined && { override }) };
}
