import path from "node:path";
import type { Repository } from "../../reader";
import { rustProgramNames } from "../rust-program";
import { only } from "./project";

/** What a build makes in place of the file that is named; undefined where it makes that file, or may. */
export type Made = { readonly instead: string | undefined } | undefined;

/** cargo names a program by its package or its `[[bin]]` (doc.rust-lang.org/cargo: cargo targets). */
export function ofCargo(file: string, build: string, repository: Repository): Made {
  const [, folder = "", name = ""] = /^(.*\btarget\/(?:[\w-]+\/)?release\/)([\w-]+)$/.exec(file) ?? [];
  const names = rustProgramNames(repository);
  if (name === "" || names.length === 0 || names.includes(name)) return undefined;
  if (/\b(?:mv|cp|ln|install)\b[^\n]*\brelease\//.test(build)) return undefined;
  const made = only(names);
  return { instead: made === undefined ? undefined : `${folder}${made}` };
}

/** An assembly has its project's name, unless AssemblyName gives it another (learn.microsoft.com/dotnet: MSBuild properties). */
export function ofDotnet(file: string, build: string, repository: Repository): Made {
  if (!/^[\w./-]+\.dll$/.test(file)) return undefined;
  const projects = [".csproj", ".fsproj", ".vbproj"].flatMap((end) => repository.ending(end));
  const shared = ["Directory.Build.props", "Directory.Build.targets"].flatMap((name) =>
    repository.named(name),
  );
  const isGiven = shared.some((one) => /AssemblyName/.test(repository.text(one) ?? ""));
  if (projects.length === 0 || isGiven || /AssemblyName/.test(build)) return undefined;
  const names = projects.map(
    (project) =>
      /<AssemblyName>\s*([^<]*?)\s*</.exec(repository.text(project) ?? "")?.[1] ??
      path.posix.basename(project).replace(/\.\w+$/, ""),
  );
  const name = path.posix.basename(file, ".dll");
  if (names.includes(name) || names.some((one) => one.includes("$"))) return undefined;
  const started = projects.filter((project) => /Sdk\.(?:Web|Worker)"/.test(repository.text(project) ?? ""));
  const made = only(projects.length === 1 ? projects : started);
  const instead = made === undefined ? undefined : names[projects.indexOf(made)];
  return {
    instead: instead === undefined ? undefined : path.posix.join(path.posix.dirname(file), `${instead}.dll`),
  };
}

/** maven.apache.org/pom.html: finalName, which is `artifactId-version` by default; a classifier may follow. */
export function ofMaven(file: string, build: string, repository: Repository): Made {
  const [, folder = "", name = ""] = /^(.*\btarget\/)([\w.-]+)\.jar$/.exec(file) ?? [];
  if (name === "") return undefined;
  const [pom, ...others] = repository.named("pom.xml");
  const text = pom === undefined ? "" : (repository.text(pom) ?? "").replaceAll(/<!--[\s\S]*?-->/g, "");
  if (text === "" || others.length > 0 || /-Drevision|versions:set|-DfinalName/.test(build)) return undefined;
  if (/<outputFile>|<outputDirectory>|<build>\s*<directory>|<profiles>|<jarName>/.test(text))
    return undefined;
  const own = text.replaceAll(
    /<(parent|dependencies|dependencyManagement|build|properties|reporting)>[\s\S]*?<\/\1>/g,
    "",
  );
  const value = (of: string, key: string): string | undefined =>
    new RegExp(`<${key}>\\s*([^<\\s]+)\\s*<`).exec(of)?.[1];
  const artifact = value(own, "artifactId");
  const version = value(own, "version");
  const finals = [...text.matchAll(/<finalName>\s*([^<\s]+)\s*</g)].map(([, final = ""]) => final);
  if (artifact === undefined || version === undefined || finals.length > 1) return undefined;
  const made = (finals[0] ?? `${artifact}-${version}`)
    .replaceAll("${project.artifactId}", artifact)
    .replaceAll("${project.version}", version);
  if (made.includes("$") || name.startsWith(made)) return undefined;
  return { instead: `${folder}${made}.jar` };
}

/** docs.gradle.org: `archiveBaseName-archiveVersion-archiveClassifier.jar`, of which the first two are the project's. */
export function ofGradle(file: string, build: string, repository: Repository): Made {
  const [, folder = "", name = ""] = /^(.*\bbuild\/libs\/)([\w.-]+)\.jar$/.exec(file) ?? [];
  if (name === "") return undefined;
  const [script, ...others] = ["build.gradle", "build.gradle.kts"].flatMap((one) => repository.named(one));
  const [settings] = ["settings.gradle", "settings.gradle.kts"].flatMap((one) => repository.named(one));
  if (script === undefined || settings === undefined || others.length > 0) return undefined;
  // A project below the root has the name of its folder.
  if (path.posix.dirname(script) !== path.posix.dirname(settings)) return undefined;
  const text = repository.text(script) ?? "";
  const properties = repository
    .named("gradle.properties")
    .map((one) => repository.text(one) ?? "")
    .join("\n");
  // Plugins with jars of their own, and a project that names its jars or its version by code.
  const named =
    /archive|jarName|shadow|io\.ktor\.plugin|quarkus|\bapply\s+from\b|buildSrc|allprojects|subprojects/i;
  if (named.test(text) || /-P\w+|\b(?:mv|cp|ln)\b[^\n]*\blibs\b/.test(build)) return undefined;
  const project = /^\s*rootProject\.name\s*=\s*["']([\w.-]+)["']/m.exec(repository.text(settings) ?? "")?.[1];
  const isSet = /^\s*version\b/m.test(text) || /^\s*version\b/m.test(properties);
  const version =
    /^\s*version\s*=?\s*["']([\w.+-]+)["']\s*$/m.exec(text)?.[1] ??
    /^\s*version\s*=\s*(\S+)\s*$/m.exec(properties)?.[1];
  if (project === undefined || (isSet && version === undefined)) return undefined;
  const made = version === undefined ? project : `${project}-${version}`;
  return name.startsWith(made) ? undefined : { instead: `${folder}${made}.jar` };
}

/** A release has the application's name, or those that `releases` lists (hexdocs.pm/mix: mix release). */
export function ofElixir(file: string, build: string, repository: Repository): Made {
  const name = /_build\/\w+\/rel\/(\w+)(?:\/bin\/\w+)?$/.exec(file)?.[1];
  if (name === undefined) return undefined;
  const [mix, ...others] = repository.named("mix.exs");
  const text = mix === undefined ? "" : (repository.text(mix) ?? "");
  const app = /(?:^|[[,])\s*app:\s*:(\w+)/m.exec(text)?.[1];
  const isOther = others.length > 0 || /apps_path|RELEASE_NAME/.test(text + build);
  if (app === undefined || isOther || !/\bmix (?:do )?.*\brelease\b/.test(build)) return undefined;
  const listed = /\breleases:\s*(\[?)/.exec(text);
  if (listed?.[1] === "") return undefined;
  const names = listed === null ? [app] : keysAt(text.slice(listed.index + listed[0].length));
  if (names.length === 0 || names.includes(name)) return undefined;
  const made = only(names);
  return {
    instead: made === undefined ? undefined : file.replaceAll(new RegExp(`(?<=/)${name}(?=/|$)`, "g"), made),
  };
}

/** The keys of a list, up to its end and without those of lists in it. */
function keysAt(text: string): readonly string[] {
  const keys: string[] = [];
  let depth = 0;
  for (const [part] of text.matchAll(/[[\]{}()]|\b\w+:(?=\s)/g)) {
    if (/[[{(]/.test(part)) depth += 1;
    else if (/[\]})]/.test(part)) depth -= 1;
    else if (depth === 0) keys.push(part.slice(0, -1));
    if (depth < 0) break;
  }
  return keys;
}
