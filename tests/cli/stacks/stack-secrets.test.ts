import assert from "node:assert/strict";
import { createDecipheriv, pbkdf2Sync } from "node:crypto";
import { StackSecrets } from "../../../cli/stacks/stack-secrets";

/** What `v1:<nonce>:<value and tag>` holds, by Pulumi's own steps in the other direction. */
function decrypted(text: string, key: Buffer): string {
  const [version, nonce = "", value = ""] = text.split(":");
  assert.equal(version, "v1");
  const sealed = Buffer.from(value, "base64");
  const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(nonce, "base64"));
  decipher.setAuthTag(sealed.subarray(-16));
  return decipher.update(sealed.subarray(0, -16), undefined, "utf8") + decipher.final("utf8");
}

describe("A secret of a private stack", () => {
  it("is opened by the passphrase and the salt of its file, and written differently each time", async () => {
    const secrets = new StackSecrets();
    const [, salt = "", ...known] = (await secrets.encryptionSalt()).split(":");
    const key = pbkdf2Sync(secrets.passphrase, Buffer.from(salt, "base64"), 1_000_000, 32, "sha256");
    assert.equal(decrypted(known.join(":"), key), "pulumi");
    const written = await Promise.all(["pässword", "pässword", ""].map((value) => secrets.encrypted(value)));
    assert.deepEqual(
      written.map((text) => decrypted(text, key)),
      ["pässword", "pässword", ""],
    );
    assert.equal(new Set(written).size, 3);
  });

  it("has another passphrase in each project", () => {
    assert.notEqual(new StackSecrets().passphrase, new StackSecrets().passphrase);
  });
});
