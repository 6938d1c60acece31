import { parseDocument } from "yaml";

/** What makes `pulumi stack init` encrypt a new stack's secrets by who encrypts this file's; nothing for a passphrase. */
export function sameProvider(stackFile: string): readonly string[] {
  const provider: unknown = parseDocument(stackFile).get("secretsprovider");
  return typeof provider === "string" ? ["--secrets-provider", provider] : [];
}
