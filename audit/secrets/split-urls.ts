/** `"postgresql://user:" "password" "@host"`, as Python puts texts together, and others by a `+` between them. */
const SPLIT =
  /:\/\/[^\s:@/'"`]{0,200}:["'`]\s{0,200}\+?\s{0,200}[a-z]?(["'`])([^'"`\n]{3,500})\1\s{0,200}\+?\s{0,200}[a-z]?["'`]@/gi;

/** The passwords of URLs that code puts together of several texts: no line of them looks like a URL by itself. */
export function splitPasswords(texts: Iterable<string>): readonly string[] {
  return [...texts].flatMap((text) => [...text.matchAll(SPLIT)].map(([, , password = ""]) => password));
}
