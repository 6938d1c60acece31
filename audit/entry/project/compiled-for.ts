import path from "node:path";
import { placeAt } from "../../../domain/text-place";
import { fileOf } from "../../services/service-folders";
import { type Asked, fileOfProject, type Project } from "./project";

/** Where a build says for which Java its classes are, what wins first (maven.apache.org and docs.gradle.org: toolchains). */
const JAVA: readonly (readonly [file: string, forms: readonly RegExp[]])[] = [
  [
    "pom.xml",
    [
      /<(?:maven\.compiler\.)?release>\s*([\d.]+)\s*</,
      /<(?:maven\.compiler\.)?target>\s*([\d.]+)\s*</,
      /<java\.version>\s*([\d.]+)\s*</,
    ],
  ],
  ...["build.gradle", "build.gradle.kts"].map(
    (file) =>
      [
        file,
        [
          /\brelease(?:\.set\(|\s*=)\s*["']?([\d.]+)/,
          /\btargetCompatibility\s*=?\s*(?:JavaVersion\.(?:VERSION_|toVersion\(["']?))?["']?([\d._]+)/,
          /\bsourceCompatibility\s*=?\s*(?:JavaVersion\.(?:VERSION_|toVersion\(["']?))?["']?([\d._]+)/,
          /\bjvmTarget(?:\.set\(|\s*=)\s*(?:JvmTarget\.JVM_)?["']?([\d._]+)/,
          /\bJavaLanguageVersion\.of\(\s*["']?(\d+)/,
          /\bjvmToolchain\(\s*(\d+)/,
        ],
      ] as const,
  ),
];

/** The version of its platform for which a program is compiled, which an older one does not load. */
export function compiledFor(language: "java" | "dotnet", project: Project): readonly Asked[] {
  return language === "java" ? java(project) : dotnet(project);
}

function java(project: Project): readonly Asked[] {
  for (const [name, forms] of JAVA) {
    const found = fileOfProject(project, name);
    if (found === undefined) continue;
    // A comment may show another one.
    const text = found.text.replaceAll(/<!--[\s\S]*?-->|\/\/.*$|\/\*[\s\S]*?\*\//gm, (comment) =>
      comment.replaceAll(/[^\n]/g, " "),
    );
    const match = forms.map((form) => form.exec(text)).find((one) => one !== null);
    const written = match?.[1];
    if (match === undefined || match === null || written === undefined) return [];
    const version = /^(?:1[._])?(\d+)$/.exec(written)?.[1];
    if (version === undefined) return [];
    const askedAt = placeAt(found.file, found.text, match.index + match[0].lastIndexOf(written));
    return [{ asked: `>=${version}`, written: `Java ${version} or later`, askedBy: name, askedAt }];
  }
  return [];
}

/** What gives a program another runtime than that of its major version (learn.microsoft.com/dotnet/core/versions/selection). */
const ANOTHER_RUNTIME = /RollForward|ROLL_FORWARD|SelfContained|self-contained|PublishAot/;

function dotnet({ start, repository, bases }: Project): readonly Asked[] {
  const image = repository.text(fileOf(start)) ?? "";
  const command = start.command.known ? start.command.value : "";
  const program = /([\w.-]+)\.dll\b/.exec(command)?.[1];
  const below = repository
    .ending(".csproj")
    .filter((file) => bases.some((base) => base === "" || file.startsWith(`${base}/`)));
  const named = below.filter((file) => path.posix.basename(file, ".csproj") === program);
  const [file, ...others] = named.length > 0 ? named : below;
  const text = file === undefined ? undefined : repository.text(file);
  if (file === undefined || text === undefined || others.length > 0) return [];
  const shared = repository.named("Directory.Build.props").map((one) => repository.text(one) ?? "");
  if ([image, text, ...shared].some((one) => ANOTHER_RUNTIME.test(one))) return [];
  const match = /<TargetFramework>\s*net(\d+)\.(\d+)\s*</.exec(text);
  if (match === null) return [];
  const [, major = "", minor = ""] = match;
  const askedAt = placeAt(file, text, match.index + match[0].indexOf(`net${major}`));
  const asked = `>=${major}.${minor}.0 <${Number(major) + 1}.0.0`;
  return [{ asked, written: `net${major}.${minor}`, askedBy: path.posix.basename(file), askedAt }];
}
