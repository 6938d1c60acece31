import { lineAt } from "../../../domain/text-place";
import { type CodeText, closeOf, codeText, openAt } from "./code-text";
import { joined, type Route, type RouteSource } from "./route";

/** What maps a path for GET, up to it (learn.microsoft.com/aspnet/core: health checks, route handlers). */
const MAPS = /\b([A-Za-z_]\w*)\s*\.\s*(MapHealthChecks|UseHealthChecks|MapGet)\(\s*"([^"\n{}]*)"\s*([,)])/g;

/** The routes of Program.cs and Startup.cs that are there in every environment and for every caller. */
export function aspNetRoutes({ files, repository }: RouteSource): readonly Route[] {
  return files
    .filter((file) => /(?:^|\/)(?:Program|Startup)\.cs$/.test(file))
    .flatMap((file) => {
      const code = codeText(repository.text(file) ?? "", "c");
      // Every endpoint that says nothing else asks for a login then.
      if (/\bFallbackPolicy\b/.test(code.text)) return [];
      return [...code.text.matchAll(MAPS)].flatMap((match): readonly Route[] => {
        const [, object = "", call = "", path = "", next] = match;
        const prefix = isForAll(code, match.index) ? prefixOf(code, object, match.index) : undefined;
        // A port behind the path: it is answered there alone.
        const ported =
          call === "UseHealthChecks" &&
          next === "," &&
          !code.text
            .slice(match.index + match[0].length)
            .trimStart()
            .startsWith("new");
        if (prefix === undefined || ported) return [];
        return [
          {
            path: joined(prefix, path),
            place: { source: "file", file, line: lineAt(code.text, match.index) },
          },
        ];
      });
    });
}

/** Whether a call is in no condition and in no branch, and nothing after it asks for a login, a host or a port. */
function isForAll({ bare }: CodeText, at: number): boolean {
  const statement = bare.slice(
    Math.max(bare.lastIndexOf(";", at), bare.lastIndexOf("{", at), bare.lastIndexOf("}", at)) + 1,
    at,
  );
  if (/\b(?:if|else|when)\b/i.test(statement)) return false;
  const rest = bare.slice(closeOf(bare, bare.indexOf("(", at)));
  if (/^[^;]*?\.\s*Require\w+\(/.test(rest.slice(0, rest.indexOf(";") + 1))) return false;
  return openAt(bare, at).every((open) => {
    const before = bare.slice(Math.max(0, open - 300), open);
    const header = before.slice(Math.max(...[";", "{", "}"].map((mark) => before.lastIndexOf(mark))) + 1);
    return !/\b(?:if|else|switch|foreach|for|while)\b|\.(?:Map|MapWhen|UseWhen)\(/.test(header);
  });
}

/** Under which prefix an object maps: a group's, the application's none; undefined where that is not written out. */
function prefixOf({ text }: CodeText, object: string, before: number, depth = 0): string | undefined {
  const given = [...text.slice(0, before).matchAll(new RegExp(`\\b${object}\\s*=(?![=>])\\s*([^;]*)`, "g"))];
  const [only, ...others] = given;
  if (others.length > 0 || depth > 3) return undefined;
  if (only !== undefined) {
    const [value = ""] = [only[1]?.trim()];
    if (/\.Build\(\)$/.test(value)) return "";
    const [, above, path] = /^(\w+)\s*\.\s*MapGroup\(\s*"([^"{}]*)"\s*\)/.exec(value) ?? [];
    const outer =
      above === undefined ? undefined : prefixOf({ text, bare: text }, above, only.index, depth + 1);
    return path === undefined || outer === undefined ? undefined : joined(outer, path);
  }
  const isApplication = new RegExp(
    `\\b(?:WebApplication|IApplicationBuilder)\\s+${object}\\b|\\.UseEndpoints\\(\\s*\\(?${object}\\)?\\s*=>`,
  );
  return isApplication.test(text) ? "" : undefined;
}
