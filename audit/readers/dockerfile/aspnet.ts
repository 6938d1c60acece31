import type { From, Instruction } from "dockerfile-ast";
import { oncePerRepository } from "../../once-per-repository";

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

/** What gives the server of a program of .NET its addresses beside the variables, in code or in settings. */
const OF_ITS_OWN =
  /\bUseUrls\b|\bUrls\b|\bListen\w*\s*\(|\b(?:Configure|Use)Kestrel\w*|\bUse(?:Setting|HttpSys|IIS)\w*\s*\(|\.Run(?:Async)?\s*\(\s*[^)\s]|\bPORTS?\b|_URLS\b|_PORTS\b|"(?:Kestrel|urls|http_ports)"|ConfigurationBuilder|\.Sources\b/i;

export const givesAddresses = oncePerRepository((repository): boolean =>
  [...repository.ending(".cs"), ...repository.ending(".fs"), ...repository.ending(".json")].some(
    (file) =>
      (!file.endsWith(".json") || /(?:^|\/)(?:appsettings|hostsettings)[\w.-]*\.json$/i.test(file)) &&
      OF_ITS_OWN.test(repository.text(file) ?? ""),
  ),
);
