import type { From, Instruction } from "dockerfile-ast";
import { oncePerRepository } from "../../once-per-repository";
import type { Repository } from "../../reader";
import type { SourceFile } from "../../walk/source-file";
import { APPSETTINGS } from "../listeners/kestrel";
import { withoutComments } from "../syntax/json-comments";
import { YamlTree } from "../syntax/yaml";

/** A variable that an image sets, and the instruction that names the image. */
export interface ImageVariable {
  readonly name: string;
  readonly value: string;
  readonly from: Instruction;
}

/**
 * The port that an image of ASP.NET gives its program: since .NET 8 the one of ASPNETCORE_HTTP_PORTS, and 80 by
 * ASPNETCORE_URLS before (learn.microsoft.com/dotnet/core/compatibility/containers/8.0/aspnet-port, read 30 November
 * 2026). The stage's own variables take its place.
 */
const IMAGE =
  /^mcr\.microsoft\.com\/dotnet\/(?:core\/)?aspnet:(\d+)\.\d+(?:\.\d+)*(?:-(?!.*(?:nanoserver|windows))[\w.-]+)?$/i;

export function imageVariable(instructions: readonly Instruction[]): ImageVariable | undefined {
  const from = instructions.find((one) => one.getKeyword() === "FROM") as From | undefined;
  const [, major] = IMAGE.exec(from?.getImage() ?? "") ?? [];
  const starts = instructions.some(
    (one) =>
      /^(?:CMD|ENTRYPOINT)$/.test(one.getKeyword()) && /\bdotnet\b/.test(one.getArgumentsContent() ?? ""),
  );
  if (from === undefined || major === undefined || !starts) return undefined;
  return Number(major) < 8
    ? { name: "ASPNETCORE_URLS", value: "http://+:80", from }
    : { name: "ASPNETCORE_HTTP_PORTS", value: "8080", from };
}

/** What gives the server of a program of .NET its addresses beside the variables, in code. */
const IN_CODE =
  /\b(?:UseUrls|Urls|urls|http_ports|PORTS?)\b|\bListen\w*\s*\(|\b(?:Configure|Use)Kestrel\w*|\bUse(?:Setting|HttpSys|IIS)\w*\s*\(|\.Run(?:Async)?\s*\(\s*[^)\s]|\w(?:_URLS|_PORTS)\b|Kestrel:|ConfigurationBuilder|\bAdd(?:Yaml|Xml|Ini)\w*\(|\bAddKeyPerFile\b|\bAddAzureAppConfiguration\b|\bAddJsonFile\(\s*"(?!appsettings)|\.Sources\b/;

export const givesAddresses = oncePerRepository(
  (repository): boolean =>
    [...repository.ending(".cs"), ...repository.ending(".fs")].some((file) =>
      IN_CODE.test(repository.text(file) ?? ""),
    ) || settingsGiveAddresses(repository),
);

/** Whether settings give addresses. They win over variables with a prefix, such as ASPNETCORE_URLS. */
export const settingsGiveAddresses = oncePerRepository((repository): boolean =>
  repository
    .ending(".json")
    .some(
      (file) =>
        SETTINGS.test(file) &&
        inSettings({ path: file, text: repository.text(file) ?? "" }) &&
        mayBeLoaded(file, repository),
    ),
);

const SETTINGS = /(?:^|\/)(?:appsettings|hostsettings)[\w.-]*\.json$/i;

/** Whether a developer's settings are loaded at all: something of the repository names their environment beside launch profiles. */
function mayBeLoaded(file: string, repository: Repository): boolean {
  if (APPSETTINGS.exec(file)?.[1] !== "Development") return true;
  const manifests = [".toml", ".yaml", ".yml", ".env", "Dockerfile"].flatMap((end) => repository.ending(end));
  return manifests.some((one) =>
    /\b(?:ASPNETCORE|DOTNET)_ENVIRONMENT\b[\s\S]{0,60}?\bDevelopment\b/.test(repository.text(one) ?? ""),
  );
}

/**
 * Whether settings give addresses: `urls` and the like at their top, or an endpoint of Kestrel's, whose other sections are
 * limits. Keys are the same in small and capital letters. What cannot be read may give some.
 */
function inSettings(file: SourceFile): boolean {
  // .NET takes comments in them, which JSON has not.
  const tree = YamlTree.parse({ path: file.path, text: withoutComments(file.text) });
  if (!(tree instanceof YamlTree)) return true;
  const top = tree.entries(tree.root);
  const kestrel = top.filter(({ key }) => /^kestrel$/i.test(key)).flatMap(({ value }) => tree.entries(value));
  const endpoints = kestrel.filter(({ key }) => /^endpoints$/i.test(key));
  return (
    top.some(({ key }) => /^(?:urls|http_ports|kestrel:endpoints:.*)$/i.test(key)) ||
    kestrel.some(({ key }) => /^endpoints:/i.test(key)) ||
    endpoints.some(({ value }) => tree.entries(value).length > 0)
  );
}
