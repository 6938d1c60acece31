import * as pulumi from "@pulumi/pulumi";
import { ConfigurationError, parseConfiguration } from "./parse";
import { SECRET_KEYS, type StackConfiguration } from "./schema";

/** One stack's configuration with its secrets, which stay outputs that Pulumi encrypts. */
export interface Stack {
  readonly name: string;
  readonly configuration: StackConfiguration;
  readonly databasePassword: pulumi.Output<string> | undefined;
  readonly databaseAdminPassword: pulumi.Output<string> | undefined;
  readonly databaseUrl: pulumi.Output<string> | undefined;
}

/**
 * Reads the running stack's configuration, once; nothing else reads `pulumi.Config`.
 *
 * @throws ConfigurationError with every problem.
 */
export function readStack(): Stack {
  const name = pulumi.getStack();
  const config = new pulumi.Config("portcullis");
  const values: Record<string, unknown> = {};
  const secretsSet: string[] = [];
  for (const key of keysOf("portcullis")) {
    if (Object.hasOwn(SECRET_KEYS, key)) secretsSet.push(key);
    else values[key] = plainValue(name, key, config.get(key) ?? "");
  }
  return {
    name,
    configuration: parseConfiguration({ stack: name, values, secretsSet }),
    databasePassword: config.getSecret("databasePassword"),
    databaseAdminPassword: config.getSecret("databaseAdminPassword"),
    databaseUrl: config.getSecret("databaseUrl"),
  };
}

/** The names of the keys that are set; Pulumi hands all of a stack's configuration over in one variable. */
function keysOf(namespace: string): readonly string[] {
  return Object.keys(pulumi.runtime.allConfig())
    .filter((key) => key.startsWith(`${namespace}:`))
    .map((key) => key.slice(namespace.length + 1));
}

const STRUCTURED = ["service", "database", "verify", "otherEnvironments", "addresses"];

function plainValue(stack: string, key: string, text: string): unknown {
  if (!STRUCTURED.includes(key)) return text;
  try {
    return JSON.parse(text);
  } catch {
    // The text is not told: somebody may have set a secret there by mistake.
    throw new ConfigurationError(stack, [`portcullis:${key}: expected a mapping or a list, got plain text.`]);
  }
}
