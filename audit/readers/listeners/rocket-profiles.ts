import { oncePerRepository } from "../../once-per-repository";
import type { Repository } from "../../reader";

/**
 * Of what the profiles of a `Rocket.toml` give one key, the value that the build takes: that of its own profile, which
 * `global` replaces and which replaces `default` (rocket.rs/guide/v0.5/configuration: profiles).
 */
export function whatCounts(
  file: string,
  given: readonly RegExpExecArray[],
  repository: Repository,
): readonly RegExpExecArray[] {
  if (!/(?:^|\/)Rocket\.toml$/.test(file)) return given;
  const profiles = ["default", isDebugBuild(repository) ? "debug" : "release", "global"];
  const rankOf = ([whole]: RegExpExecArray): number => profiles.indexOf(/^\[(\w+)\]/.exec(whole)?.[1] ?? "");
  const highest = Math.max(0, ...given.map(rankOf));
  return given.filter((one) => rankOf(one) === highest);
}

/** Whether all that builds the repository's programs leaves out `--release`; `cargo install` has it by itself. */
const isDebugBuild = oncePerRepository((repository): boolean => {
  const texts = ["Dockerfile", "render.yaml", "Procfile", "nixpacks.toml", "railway.toml"].flatMap((name) =>
    repository.named(name).map((file) => repository.text(file) ?? ""),
  );
  const builds = texts.flatMap(
    (text) => text.match(/\bcargo\s+(?:build|run|install|chef)\b[^\n&|;]*/g) ?? [],
  );
  return (
    builds.length > 0 &&
    builds.every(
      (build) => /^cargo\s+(?:build|run)\b/.test(build) && !/\s(?:--release|-r|--profile)\b/.test(build),
    )
  );
});
