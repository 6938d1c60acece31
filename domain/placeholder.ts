/** What documentation and templates leave for somebody to fill in. Each shape is anchored to a token's edges. */
const SHAPES: readonly RegExp[] = [
  /(?:^|[^a-z0-9])(your[-_][a-z0-9_-]+)/i,
  /(<[a-z][a-z0-9 _-]*>)/i,
  /(\[(?:your|aws|project|db|region)[a-z0-9 _-]*\])/i,
  /(?:^|[^a-z0-9])(change[-_]?me)(?![a-z0-9])/i,
  /(?:^|[^a-z0-9])(x{4,})(?![a-z0-9])/i,
  /(\{\{[^}]*\}\})/,
  /(\$\{[A-Z_][A-Z0-9_]*\})/,
  /^(example|placeholder|todo|tbd|fixme)$/i,
  // The host of a connection URL; example.com in other text is a sound way to write documentation.
  /@(?:[a-z0-9-]+\.)*(example\.(?:com|org|net))(?=[:/?]|$)/i,
];

/** The placeholder in `text`, or undefined. What it answers is never a secret: it is what stands in for one. */
export function placeholderIn(text: string): string | undefined {
  for (const shape of SHAPES) {
    const found = shape.exec(text)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}
