import { blank } from "./blanked";
import type { When } from "./when";

/** docs.spring.io/spring-boot: profiles; quarkus.io, docs.micronaut.io: the same by their own variables. */
const PROFILES = ["SPRING_PROFILES_ACTIVE", "QUARKUS_PROFILE", "MICRONAUT_ENVIRONMENTS"];
const OF_PROFILE = /(?:^|\/)application-([\w-]+)\.(?:properties|ya?ml)$/;
const CONDITION =
  /^[ \t]*(?:(?:spring\.)?(?:config\.)?(?:activate\.)?on-profile|spring\.profiles|profiles)[ \t]*[:=][ \t]*(.+)$/m;

/**
 * When the document of a settings file counts that an index is in: each may name the profiles that it is of
 * (docs.spring.io/spring-boot: activation properties, multi-document files).
 */
export function documentConditions(path: string, text: string): (at: number) => When {
  const isYaml = /\.ya?ml$/.test(path);
  const separator = isYaml ? /^---[^\n]*$/gm : /^[#!]---[ \t]*$/gm;
  const starts = [0, ...[...text.matchAll(separator)].map(({ index }) => index)];
  const whens = starts.map((from, index) => documentWhen(text.slice(from, starts[index + 1])));
  // A file of a profile counts by itself where nothing names one: a build may choose it.
  const profile = OF_PROFILE.exec(path)?.[1];
  const ofFile: When =
    profile === undefined ? "always" : { variables: PROFILES, holds: profile, without: profile };
  // What names the active one in the settings counts where no variable does.
  const active =
    /^[ \t]*(?:spring\.profiles\.|profiles\.)?active[ \t]*[:=][ \t]*["']?([\w, -]+?)["']?[ \t]*$/m.exec(
      text.slice(0, starts[1]),
    )?.[1];
  return (at) => {
    const when = whens[starts.findLastIndex((from) => from <= at)] ?? "always";
    if (when === "always") return ofFile;
    return active === undefined || typeof when !== "object" || "why" in when
      ? when
      : { ...when, without: active };
  };
}

function documentWhen(document: string): When {
  const plain = document.replaceAll(/^[ \t]*#.*$/gm, "");
  const match = CONDITION.exec(plain);
  const listed = /^[ \t]*(?:on-profile|profiles):[ \t]*\n((?:[ \t]*-[ \t]*\S+[ \t]*\n?)+)/m.exec(plain)?.[1];
  const written = listed ?? match?.[1];
  if (written === undefined) return "always";
  const names = written
    .replaceAll(/^[ \t]*-[ \t]*/gm, ",")
    .replaceAll(/["'[\]\n]/g, " ")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  if (names.length === 0 || names.some((name) => name.includes("${")))
    return { why: "its profile is computed" };
  return { variables: PROFILES, holds: names.map((name) => `(${name})`).join(" | ") };
}

/** A setting of the profile `prod` wins over the same without one, in what Quarkus packages (quarkus.io: profiles). */
export function withoutReplaced(text: string): string {
  const won = new Set([...text.matchAll(/^[ \t]*%prod\.([\w.-]+)/gm)].map(([, key]) => key));
  if (won.size === 0) return text;
  return text.replaceAll(/^[ \t]*([\w.-]+)[ \t]*[=:][^\n]*$/gm, (line, key: string) =>
    won.has(key) ? blank(line) : line,
  );
}
