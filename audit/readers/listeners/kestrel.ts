import path from "node:path";
import type { OnlyWhere } from "../../../domain";
import type { Repository } from "../../reader";
import { ASPNET } from "./in-use/meanings";

/** .NET's settings, for each environment or for one. */
export const APPSETTINGS = /(?:^|\/)appsettings(?:\.(\w+))?\.json$/;
/** The first endpoint of Kestrel's that settings name. */
export const ENDPOINT = /"Kestrel"\s*:\s*\{[^[\]]{0,2000}?"Url"\s*:\s*"(http:\/\/[^"\n]+)"/gi;
/** Addresses that a server listens on, and no one else's: of all interfaces, or of the machine. */
export const ENDPOINTS = /"Url"\s*:\s*"http:\/\/(?:[*+[]|localhost\b|127\.|0\.0\.0\.0)/gi;
/** One address at the top of the settings, which is no section's. What is before it is looked at where it is found alone. */
export const URLS =
  /"urls"(?<=^\uFEFF?[ \t\r\n]{0,99}\{(?:[^{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}){0,4000})\s*:\s*"(http:\/\/[^";\n]+)"/gi;

/**
 * Where what is at `file` does not count, since settings beside it name endpoints: they win over URLs that code gives, and
 * those of one environment over those of all (learn.microsoft.com/aspnet/core/fundamentals/servers/kestrel/endpoints).
 */
export function overridden(file: string, repository: Repository): "always" | OnlyWhere | undefined {
  const folder = path.posix.dirname(file);
  const names = (name: string): boolean =>
    new RegExp(ENDPOINT).test(repository.text(path.posix.join(folder, name)) ?? "");
  if (!APPSETTINGS.test(file) && names("appsettings.json")) return "always";
  const isGeneral = APPSETTINGS.exec(file)?.[1] === undefined;
  return isGeneral && names("appsettings.Production.json") ? { ...ASPNET, holds: "!Production" } : undefined;
}

/** When the settings of one environment count. */
export function environmentOfSettings(file: string): OnlyWhere | undefined {
  const name = APPSETTINGS.exec(file)?.[1];
  return name === undefined ? undefined : { ...ASPNET, holds: name };
}
