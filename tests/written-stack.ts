import { createCipheriv, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { stringify } from "yaml";
import { encryptedKey, PROVIDER, serveKeys } from "./key-server";

/** For PULUMI_CONFIG_PASSPHRASE, of stacks that a test lets `pulumi` itself make. */
export const PASSPHRASE = "test";
/**
 * Of the stacks that are written here. A passphrase would do, but each `pulumi` derives its key from that by a million
 * rounds of PBKDF2, a fifth of a second of work.
 */
const KEY = randomBytes(32);
const ENCRYPTED_KEY = encryptedKey(KEY);

interface Stack {
  /** Pulumi's name of the project. */
  readonly project: string;
  readonly name: string;
  /** The folder of the state, and that of the project. */
  readonly state: string;
  readonly folder: string;
}

/**
 * Writes what `pulumi stack init` and `pulumi config set --secret` write, without starting either: the stack's file, and
 * its state where it has none yet. Those that only need a stack would else wait two seconds for each.
 */
export async function writeStack(
  stack: Stack,
  config: Readonly<Record<string, unknown>>,
  secrets: Readonly<Record<string, string>> = {},
): Promise<void> {
  const secure = Object.entries(secrets).map(([key, value]) => [key, { secure: encrypted(value) }]);
  await serveKeys();
  const text = stringify({
    secretsprovider: PROVIDER,
    encryptedkey: ENCRYPTED_KEY,
    config: { ...config, ...Object.fromEntries(secure) },
  });
  await writeFile(path.join(stack.folder, `Pulumi.${stack.name}.yaml`), text, { mode: 0o600 });
  const file = stateFile(stack);
  if (existsSync(file)) return;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(path.join(stack.state, ".pulumi", "meta.yaml"), "version: 1\n");
  const provider = { type: "cloud", state: { url: PROVIDER, encryptedkey: ENCRYPTED_KEY } };
  const latest = {
    manifest: { time: "2026-01-01T00:00:00Z", magic: "", version: "" },
    secrets_providers: provider,
  };
  const checkpoint = { stack: `organization/${stack.project}/${stack.name}`, latest };
  await writeFile(file, JSON.stringify({ version: 3, checkpoint }));
}

/** A resource in a state, with the properties that tests read. */
export interface Resource {
  readonly urn: string;
  readonly type: string;
  readonly id: string;
  // biome-ignore lint/suspicious/noExplicitAny: a resource of any kind
  readonly outputs: any;
}

/** The resources in a stack's state, as `pulumi stack export` prints them. */
export async function resourcesOf(stack: Pick<Stack, "project" | "name" | "state">): Promise<Resource[]> {
  const { checkpoint } = JSON.parse(await readFile(stateFile(stack), "utf8"));
  return checkpoint.latest?.resources ?? [];
}

function stateFile({ state, project, name }: Pick<Stack, "project" | "name" | "state">): string {
  return path.join(state, ".pulumi", "stacks", project, `${name}.json`);
}

/** As Pulumi encrypts a secret: AES-256-GCM, the nonce before it. */
function encrypted(value: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", KEY, nonce);
  const sealed = Buffer.concat([cipher.update(value, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return `v1:${nonce.toString("base64")}:${sealed.toString("base64")}`;
}
