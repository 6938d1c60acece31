import { codeText } from "./code-text";
import { joined, type Route, type RouteSource } from "./route";

/** Ruby's and Elixir's routers are blocks of lines: what a line opens has a prefix, or none that is known. */
interface Dialect {
  /** The prefix of the block that a line opens; undefined where it is computed, or the block is for some callers only. */
  readonly prefix: (line: string) => string | undefined;
  /** The path of a line's route for GET. */
  readonly path: (line: string) => string | undefined;
  /** A line after which the rest of its block is for some callers only. */
  readonly closes?: RegExp;
}

const OPENS =
  /\bdo\b\s*(?:\|[^|]*\|)?\s*$|^\s*(?:if|unless|case|cond|def|defp|begin|while|class|module)\b(?!.*\bdo:)/;
const ENDS = /^\s*end\b/;

const RAILS: Dialect = {
  prefix(line) {
    if (/^\s*Rails\.application\.routes\.draw\b/.test(line)) return "";
    if (/\b(?:constraints|subdomain|host|format)\b/.test(line)) return undefined;
    const [, kind, rest = ""] = /^\s*(namespace|scope)\b\s*\(?(.*?)\)?\s*do\b/.exec(line) ?? [];
    if (kind === undefined) return undefined;
    const named = /\bpath:\s*["']([\w/-]*)["']/.exec(rest)?.[1];
    if (named !== undefined || /\bpath:/.test(rest)) return named;
    const [, text, symbol] = /^(?:["']([\w/-]+)["']|:(\w+))/.exec(rest) ?? [];
    if (text !== undefined || symbol !== undefined) return text ?? symbol;
    return kind === "scope" && /^(?:module|as|controller):/.test(rest) ? "" : undefined;
  },
  path(line) {
    if (/\b(?:constraints|subdomain|host):/.test(line)) return undefined;
    if (/^\s*root\b/.test(line)) return "/";
    const given = /^\s*get\b\s*\(?\s*(?:["']([\w/-]+)["']|:(\w+))\s*(?:=>|,\s*to:|,\s*controller:)/.exec(
      line,
    );
    if (given !== null) return `/${given[1] ?? given[2]}`;
    const [, matched] =
      /^\s*match\b\s*\(?\s*["']([\w/-]+)["'].*\bvia:\s*(?::get|:all|\[[^\]]*:get\b)/.exec(line) ?? [];
    return matched === undefined ? undefined : `/${matched}`;
  },
};

const ELIXIR: Dialect = {
  prefix(line) {
    if (/^\s*defmodule\b/.test(line)) return "";
    if (/\bhost:/.test(line)) return undefined;
    const [, path, rest = ""] = /^\s*scope\b\s*\(?\s*(?:path:\s*)?"([\w/-]*)"(.*)/.exec(line) ?? [];
    return path === undefined || /\bpath:/.test(rest) ? undefined : path;
  },
  path: (line) => {
    const [, path] = /^\s*(?:get|forward)\b\s*\(?\s*"(\/[\w/-]*)"\s*(?:,|do\b)/.exec(line) ?? [];
    return /\bhost:/.test(line) ? undefined : path;
  },
  closes: /^\s*pipe_through\b.*(?:auth|require|admin|login|protected|secure|token|session_)/i,
};

/** The routes of Rails's config/routes.rb (guides.rubyonrails.org/routing); none where the application has a root. */
export function railsRoutes(
  folder: string,
  { repository }: Pick<RouteSource, "repository">,
): readonly Route[] {
  const at = (name: string): string => (folder === "" ? name : `${folder}/${name}`);
  const settings = ["config/application.rb", "config/environments/production.rb", "config.ru"].map(
    (file) => repository.text(at(file)) ?? "",
  );
  if (settings.some((text) => /relative_url_root|^\s*map\b/m.test(codeText(text, "hash").text))) return [];
  return routesOf(at("config/routes.rb"), repository.text(at("config/routes.rb")), RAILS);
}

/** The routes of the routers of Phoenix (hexdocs.pm/phoenix/routing); none of one that another forwards to. */
export function phoenixRoutes({ files, repository }: RouteSource): readonly Route[] {
  const routers = files.filter((file) => /(?:^|\/)(?:\w+_)?router\.ex$/.test(file));
  const texts = routers.map((file) => codeText(repository.text(file) ?? "", "hash").text);
  return routers.flatMap((file, index) => {
    const text = texts[index] ?? "";
    if (!/\buse\s+(?:\w+,\s*:router|Phoenix\.Router|Plug\.Router)\b/.test(text.replaceAll(".Web", "Web")))
      return [];
    const name = /\bdefmodule\s+([\w.]+)/.exec(text)?.[1]?.split(".").at(-1) ?? "";
    const forwarded = texts.some((other) => new RegExp(`\\bforward\\b[^\\n]*\\b${name}\\b`).test(other));
    return forwarded ? [] : routesOf(file, repository.text(file), ELIXIR);
  });
}

function routesOf(file: string, source: string | undefined, dialect: Dialect): readonly Route[] {
  const found: Route[] = [];
  // The prefixes of the blocks that are open; undefined where one of them is not known.
  const open: (string | undefined)[] = [];
  for (const [index, line] of codeText(source ?? "", "hash")
    .text.split("\n")
    .entries()) {
    const around = open.at(-1);
    const path = dialect.path(line);
    if (path !== undefined && around !== undefined) {
      found.push({ path: joined(around, path), place: { source: "file", file, line: index + 1 } });
    }
    if (dialect.closes?.test(line) === true && open.length > 0) open[open.length - 1] = undefined;
    if (ENDS.test(line)) open.pop();
    else if (OPENS.test(line)) {
      const prefix = dialect.prefix(line);
      const known = open.length === 0 ? "" : around;
      open.push(known === undefined || prefix === undefined ? undefined : joined(known, prefix));
    }
  }
  return found;
}
