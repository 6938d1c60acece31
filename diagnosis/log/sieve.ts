/**
 * One regular expression that finds whatever has one of the anchors. An anchor that holds another one is left out,
 * since the shorter one finds it too.
 */
export function sieveOf(anchors: Iterable<string>): RegExp {
  const all = [...new Set(anchors)];
  const kept = all.filter((anchor) => !all.some((other) => other !== anchor && anchor.includes(other)));
  const escaped = kept.map((anchor) => anchor.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(escaped.join("|"), "g");
}
