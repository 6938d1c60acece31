import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Certificate } from "../certificate";
import { type Account, giveTo } from "./account";

/** The settings by which a server encrypts, with the files that they name. */
export function encryptionIn(
  folder: string,
  account: Account,
  { key, certificate, authority }: Certificate,
): readonly string[] {
  const write = (name: string, text: string): string => {
    const file = join(folder, name);
    // PostgreSQL refuses a key that others may read.
    writeFileSync(file, text, { mode: 0o600 });
    giveTo(account, file);
    return file;
  };
  return [
    "ssl=on",
    `ssl_key_file=${write("server-key.pem", key)}`,
    `ssl_cert_file=${write("server-certificate.pem", `${certificate}\n${authority}`)}`,
  ];
}
