import * as pulumi from "@pulumi/pulumi";
import { ConfigurationError, parseConfiguration } from "./parse";
import { SECRET_KEYS } from "./schema";
import { databaseSecretPlaces } from "./secrets";
import { ONLY_DATABASE } from "./services";
import type { DatabaseSecrets, Stack } from "./stack";

const NAMESPACE = "portcullis";

/**
 * Reads the running stack's configuration, once; nothing else reads `pulumi.Config`.
 *
 * @throws pulumi.RunError with every problem: Pulumi shows its sentences alone.
 */
export function readStack(): Stack {
  try {
    return readAll();
  } catch (error) {
    throw error instanceof ConfigurationError ? new pulumi.RunError(error.message) : error;
  }
}

function readAll(): Stack {
  const name = pulumi.getStack();
  const config = new pulumi.Config(NAMESPACE);
  const render = new pulumi.Config("render");
  const values: Record<string, unknown> = {};
  const secretsSet: string[] = [];
  const encrypted = secretKeys();
  for (const [key, text] of entriesOf(NAMESPACE)) {
    if (!Object.hasOwn(SECRET_KEYS, key)) values[key] = plainValue(name, key, text);
    else if (encrypted.includes(key)) secretsSet.push(key);
    else values[key] = text;
  }
  // Which one inside a mapping is encrypted, Pulumi does not say: without any, all are in plain text.
  const plain = encrypted.includes("databases") ? [] : databaseSecretPlaces(values);
  const configuration = parseConfiguration({ stack: name, values, secretsSet, plain });
  const [first] = configuration.services;
  return {
    name,
    // A stack of one service is called as it was before there could be several.
    environmentName: configuration.single && first !== undefined ? first.name : pulumi.getProject(),
    configuration,
    secretKeys: encrypted,
    databaseSecrets: databaseSecrets(config, values.databases as Databases | undefined),
    render: {
      apiKey: render.getSecret("apiKey"),
      host: render.get("host"),
      ownerId: render.get("ownerId"),
    },
  };
}

/**
 * The keys that are set and their texts. Read as Pulumi hands them over in one variable: `Config.get` warns of a
 * mapping that has a secret inside, and `Config.getSecret` hides the whole of it, what a preview judges included.
 */
function entriesOf(namespace: string): readonly (readonly [string, string])[] {
  return Object.entries(pulumi.runtime.allConfig())
    .filter(([key]) => key.startsWith(`${namespace}:`))
    .map(([key, text]) => [key.slice(namespace.length + 1), text] as const);
}

/**
 * Which keys hold a secret. The SDK knows it in every kind of program, also where one is given to the Automation API;
 * it declares no type for this function (pulumi: runtime/config.ts).
 */
function secretKeys(): readonly string[] {
  const { isConfigSecret } = pulumi.runtime as unknown as { isConfigSecret(key: string): boolean };
  const prefix = new RegExp(`^${NAMESPACE}:(?:config:)?`);
  return Object.keys(pulumi.runtime.allConfig())
    .filter((key) => prefix.test(key) && isConfigSecret(key))
    .map((key) => key.replace(prefix, ""));
}

type Databases = Readonly<Record<string, Readonly<Record<string, string | undefined>>>>;

function databaseSecrets(
  config: pulumi.Config,
  databases: Databases | undefined,
): Readonly<Record<string, DatabaseSecrets>> {
  if (databases === undefined) {
    return {
      [ONLY_DATABASE]: {
        url: config.getSecret("databaseUrl"),
        password: config.getSecret("databasePassword"),
        adminPassword: config.getSecret("databaseAdminPassword"),
      },
    };
  }
  const secret = (text: string | undefined) => (text === undefined ? undefined : pulumi.secret(text));
  return Object.fromEntries(
    Object.entries(databases).map(([name, { url, password, adminPassword }]) => [
      name,
      { url: secret(url), password: secret(password), adminPassword: secret(adminPassword) },
    ]),
  );
}

const STRUCTURED = [
  ...["service", "services", "environment", "secrets", "database", "databases"],
  ...["verify", "otherEnvironments", "promotion", "previewEnvironment", "addresses", "rehearsal"],
];

function plainValue(stack: string, key: string, text: string): unknown {
  if (!STRUCTURED.includes(key)) return text;
  try {
    return JSON.parse(text);
  } catch {
    // The text is not quoted: it may be a secret that was set there by mistake.
    throw new ConfigurationError(stack, [`portcullis:${key}: expected a mapping or a list, got plain text.`]);
  }
}
