/** What a JSON Web Token says in its payload (RFC 7519); undefined of any other text. */
export function payloadOf(text: string): Readonly<Record<string, unknown>> | undefined {
  const [, payload] = /^eyJ[\w-]+\.(eyJ[\w-]+)\.[\w-]+$/.exec(text.trim()) ?? [];
  if (payload === undefined) return undefined;
  try {
    return JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
