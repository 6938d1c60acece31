/** The anchors without those that hold another one: the shorter one finds what the longer one finds. */
export function minimal(anchors: Iterable<string>): readonly string[] {
  const all = [...new Set(anchors)];
  return all.filter((anchor) => !all.some((other) => other !== anchor && anchor.includes(other)));
}

/** One regular expression that finds whatever has one of the anchors. */
export function sieveOf(anchors: readonly string[]): RegExp {
  const escaped = anchors.map((anchor) => anchor.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(escaped.join("|"), "g");
}
