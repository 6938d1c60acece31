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

/**
 * When the settings give no address: never where all profiles have one, or where it is not known which profile counts.
 * Files without any address say nothing of it.
 */
export function withoutAddress(
  files: readonly string[],
  repository: Repository,
): OnlyWhere | "always" | "never" {
  const texts = files.map((file) => repository.text(file) ?? "");
  if (!texts.some((text) => /\baddress["']?\s*=/.test(text))) return "always";
  const [text = "", ...others] = texts;
  const parts = text.split(/^(?=[ \t]*\[)/m).filter((part) => /\baddress["']?\s*=/.test(part));
  const profiles = parts.map((part) => /^[ \t]*\[([\w-]+)\][ \t]*(?:#.*)?$/m.exec(part)?.[1] ?? "default");
  const isForAll = profiles.some((profile) => /^(?:default|global|release)$/.test(profile));
  if (others.length > 0 || isForAll || !isReleaseBuild(repository)) return "never";
  return {
    variables: ["ROCKET_PROFILE"],
    holds: `!(${[...new Set(profiles)].join(" | ")})`,
    without: "release",
  };
}

/** Whether all that builds the repository's programs leaves out `--release`; `cargo install` has it by itself. */
const isDebugBuild = oncePerRepository((repository): boolean => {
  const builds = buildsOf(repository);
  return (
    builds.length > 0 &&
    builds.every(
      (build) => /^cargo\s+(?:build|run)\b/.test(build) && !/\s(?:--release|-r|--profile)\b/.test(build),
    )
  );
});

/** Whether all that builds them asks for the release's profile. */
const isReleaseBuild = oncePerRepository((repository): boolean => {
  const builds = buildsOf(repository);
  return (
    builds.length > 0 &&
    builds.every((build) => /^cargo\s+install\b|\s(?:--release|-r|--profile[ =]release)\b/.test(build))
  );
});

const buildsOf = oncePerRepository((repository): readonly string[] =>
  ["Dockerfile", "render.yaml", "Procfile", "nixpacks.toml", "railway.toml"]
    .flatMap((name) => repository.named(name).map((file) => repository.text(file) ?? ""))
    .flatMap((text) => text.match(/\bcargo\s+(?:build|run|install|chef)\b[^\n&|;]*/g) ?? []),
);
