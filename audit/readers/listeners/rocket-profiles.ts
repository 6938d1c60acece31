import type { OnlyWhere } from "../../../domain";
import { oncePerRepository } from "../../once-per-repository";
import type { Repository } from "../../reader";

export const ROCKET_SETTINGS = /(?:^|\/)Rocket\.toml$/;

/**
 * Of what the profiles of a `Rocket.toml` give one key, what may count and when: the profile's own word, which `global`
 * replaces and which replaces `default`. The profile is the one that ROCKET_PROFILE names, else that of the build
 * (rocket.rs/guide/v0.5/configuration: profiles).
 */
export function ofProfiles(
  given: readonly RegExpExecArray[],
  repository: Repository,
): readonly { readonly match: RegExpExecArray; readonly where?: OnlyWhere }[] {
  const all = given.map((match) => ({ match, profile: /^\[([\w-]+)\]/.exec(match[0])?.[1] ?? "" }));
  const overall = all.filter(({ profile }) => profile === "global");
  const named = [...new Set(all.map(({ profile }) => profile))].filter((profile) => profile !== "default");
  if (overall.length > 0 || named.length === 0) return overall.length > 0 ? overall : all;
  const variables = ["ROCKET_PROFILE"];
  const without = isDebugBuild(repository) ? "debug" : "release";
  return all.map(({ match, profile }) => {
    const holds = profile === "default" ? `!(${named.join(" | ")})` : profile;
    return { match, where: { variables, holds, without } };
  });
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
