/** Shorter ones are the beginning of too many other texts. */
const SHORTEST = 8;

/**
 * How a secret may be written in another encoding: in hexadecimal digits and in base64, by itself and within a longer
 * text such as `user:password`. Of base64 only the characters that the secret alone decides.
 */
export function encodedCopies(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, "utf8");
  if (bytes.length < SHORTEST) return [];
  const hex = bytes.toString("hex");
  const inBase64 = [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
    const from = Math.ceil((before * 8) / 6);
    const to = Math.floor(((before + bytes.length) * 8) / 6);
    const own = text.slice(from, to);
    return [own, own.replaceAll("+", "-").replaceAll("/", "_")];
  });
  return [...new Set([hex, hex.toUpperCase(), ...inBase64])];
}
