import { createCipheriv, pbkdf2, randomBytes } from "node:crypto";
import { promisify } from "node:util";

/** As sdk/go/common/resource/config/crypt.go of Pulumi 3.259.0 has them, read 2026-11-29. */
const ROUNDS = 1_000_000;
const KEY_BYTES = 32;
const SALT_BYTES = 8;
const NONCE_BYTES = 12;
/** What a salt is followed by, encrypted: Pulumi knows by it whether a passphrase is the right one. */
const KNOWN = "pulumi";

/**
 * A passphrase of a private project, and the secrets of its stacks, encrypted as `pulumi config set --secret` does.
 * Each of those calls derives the key again, a third of a second; here it is derived once.
 */
export class StackSecrets {
  /** For PULUMI_CONFIG_PASSPHRASE. */
  readonly passphrase = randomBytes(18).toString("base64url");
  private readonly salt = randomBytes(SALT_BYTES);
  private key: Promise<Buffer> | undefined;

  /** `encryptionsalt` of a stack's file. */
  async encryptionSalt(): Promise<string> {
    return `v1:${this.salt.toString("base64")}:${await this.encrypted(KNOWN)}`;
  }

  /** A value under `secure` in a stack's file. */
  async encrypted(value: string): Promise<string> {
    this.key ??= promisify(pbkdf2)(this.passphrase, this.salt, ROUNDS, KEY_BYTES, "sha256");
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv("aes-256-gcm", await this.key, nonce);
    const sealed = Buffer.concat([cipher.update(value, "utf8"), cipher.final(), cipher.getAuthTag()]);
    return `v1:${nonce.toString("base64")}:${sealed.toString("base64")}`;
  }
}
