import * as pulumi from "@pulumi/pulumi";
import type { Stack } from "../config/stack";
import type { EnvironmentArgs } from "./environment";

/**
 * What a stack's configuration declares, as the arguments of an `Environment`. The one place where the two meet: a
 * program that wants something else takes what this returns and changes it, or writes its own arguments.
 */
export function environmentArgs(stack: Stack): EnvironmentArgs {
  const { service, verify, standardPort, otherEnvironments, addresses } = stack.configuration;
  const { apiKey, host } = stack.render;
  const { build, rootDirectory, environment, ...declared } = service;
  return {
    service: {
      ...declared,
      environment: secretWhereEncrypted(stack, environment),
      ...(build !== undefined && { build }),
      ...(rootDirectory !== undefined && { rootDirectory }),
    },
    database: databaseArgs(stack),
    verify: {
      ...verify,
      ...(apiKey !== undefined && { renderApiKey: apiKey }),
      ...(host !== undefined && { renderHost: host }),
    } as NonNullable<EnvironmentArgs["verify"]>,
    environment: stack.name,
    standardPort,
    otherEnvironments,
    addresses,
  };
}

/** The service's own variables; where one of them is encrypted in the stack file, all of them stay secret. */
function secretWhereEncrypted({ secretKeys }: Stack, environment: Readonly<Record<string, string>>) {
  if (!secretKeys.includes("service")) return environment;
  return Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, pulumi.secret(value)]));
}

function databaseArgs(stack: Stack): EnvironmentArgs["database"] {
  const { databaseUrl: url, databasePassword: password, databaseAdminPassword: adminPassword } = stack;
  const { name, adminUser, manageRole, supabase, host, port, role, sslmode } = stack.configuration.database;
  if (url === undefined && ((supabase ?? host) === undefined || password === undefined)) {
    throw new pulumi.RunError(
      `Pulumi.${stack.name}.yaml: expected \`database.supabase\`, \`database.host\` or the secret databaseUrl, got none. ` +
        `Type \`pulumi config set -s ${stack.name} --secret portcullis:databaseUrl\`, or declare one.`,
    );
  }
  return {
    name,
    adminUser,
    manageRole,
    ...(url !== undefined && { url }),
    ...(supabase !== undefined && { supabase }),
    ...(host !== undefined && { host }),
    ...(port !== undefined && { port }),
    ...(role !== undefined && { role }),
    ...(sslmode !== undefined && { sslmode }),
    ...(password !== undefined && { password }),
    ...(adminPassword !== undefined && { adminPassword }),
  };
}
