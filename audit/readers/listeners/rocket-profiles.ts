/** The profiles of a release build, the one that wins last (rocket.rs/guide/v0.5/configuration: profiles). */
const PROFILES = ["default", "release", "global"];

/** Of what the profiles of a `Rocket.toml` give one key, the value that a release build takes. */
export function whatCounts(file: string, given: readonly RegExpExecArray[]): readonly RegExpExecArray[] {
  if (!/(?:^|\/)Rocket\.toml$/.test(file)) return given;
  const rankOf = ([whole]: RegExpExecArray): number => PROFILES.indexOf(/^\[(\w+)\]/.exec(whole)?.[1] ?? "");
  const highest = Math.max(...given.map(rankOf));
  return given.filter((one) => rankOf(one) === highest);
}
