import path from "node:path";
import { oncePerRepository } from "../once-per-repository";
import type { Repository } from "../reader";
import { folderOf } from "../services/service-folders";
import { dotnetProgram, dotnetProjects } from "./dotnet-program";

/** A program that a build names after its project: the files of its sources, where not all of them are, and its runtime. */
export interface Launcher {
  readonly files?: readonly string[];
  /** What starts the same of the runtime's own programs, in place of the launcher's name. */
  readonly as: string;
}

/** What a launcher starts that the build of Gradle, sbt, Maven or .NET writes; undefined of any other program. */
export function launcherOf(program: string, builtBy: string, repository: Repository): Launcher | undefined {
  const name = path.posix.basename(program).replace(/\.exe$/, "");
  if (!/^[\w.-]+$/.test(name) || repository.has(program.replace(/^\.\//, ""))) return undefined;
  const [project] = dotnetProjects(name, repository);
  if (project !== undefined) return { ...dotnetProgram(name, repository), as: `dotnet ${name}.dll` };
  const isOfJvm = launchersOfJvm(repository).has(name) || isQuarkus(program, builtBy, repository);
  return isOfJvm ? { as: `java -jar ${name}.jar` } : undefined;
}

const GRADLE = ["build.gradle", "build.gradle.kts"];
const WRITTEN = String.raw`\s*=?\s*\(?["']([\w.-]+)["']`;

/**
 * The names that launchers have: Gradle's application plugin and GraalVM's take the project's, which is its folder's below
 * the root (docs.gradle.org: application plugin, settings), sbt-native-packager the project's in small letters
 * (sbt-native-packager.readthedocs.io: executableScriptName), Maven's appassembler what a `<program>` says.
 */
const launchersOfJvm = oncePerRepository((repository): ReadonlySet<string> => {
  const texts = (...names: readonly string[]): readonly { readonly file: string; readonly text: string }[] =>
    names.flatMap((name) =>
      repository.named(name).map((file) => ({ file, text: withoutComments(repository.text(file) ?? "") })),
    );
  const names: string[] = [];
  const take = (text: string, pattern: RegExp, spelt = (name: string): string => name): void => {
    for (const [, name = ""] of text.matchAll(pattern)) names.push(spelt(name));
  };
  const builds = texts(...GRADLE);
  for (const { text } of texts("settings.gradle", "settings.gradle.kts"))
    if (builds.length > 0) take(text, new RegExp(`^\\s*rootProject\\.name${WRITTEN}`, "gm"));
  for (const { file, text } of builds) {
    if (!APPLICATION.test(text)) continue;
    if (folderOf(file) !== "") names.push(path.posix.basename(folderOf(file)));
    take(text, new RegExp(`\\b(?:applicationName|imageName)(?:\\.set\\()?${WRITTEN}`, "g"));
  }
  for (const { text } of texts("build.sbt")) {
    take(text, /\bname\s*:=\s*"([^"\n]+)"/g, (name) => name.toLowerCase().replaceAll(/[^\w.]+/g, "-"));
    take(text, /\bexecutableScriptName\s*:=\s*"([\w.-]+)"/g);
  }
  for (const { text } of texts("pom.xml")) {
    take(text, /<program>[\s\S]{0,500}?<(?:id|name)>\s*([\w.-]+)\s*</g);
    take(text, /<imageName>\s*([\w.-]+)\s*</g);
  }
  return new Set(names);
});

/** What has a launcher written; a library of the same build has none. */
const APPLICATION = /\bapplication\b|org\.springframework\.boot|io\.ktor|io\.micronaut|graalvm|quarkus/;

const withoutComments = (text: string): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|^\s*\/\/.*$/gm, "");

/** quarkus.io/guides/building-native-image: the build writes `NAME-runner`, and its images name that `application`. */
function isQuarkus(program: string, builtBy: string, repository: Repository): boolean {
  const name = path.posix.basename(program);
  if (!/-runner$/.test(name) && !(name === "application" && /-runner\b/.test(builtBy))) return false;
  return ["pom.xml", ...GRADLE].some((build) =>
    repository.named(build).some((file) => /quarkus/.test(repository.text(file) ?? "")),
  );
}
