import { lineAt } from "../../../domain/text-place";
import { codeText } from "./code-text";
import { joined, type Route, type RouteSource } from "./route";

const CONTROLLER = /@Controller\(\s*([^)]*)\)[^{]*?\bclass\s+(\w+)/g;
const METHOD = /@(?:Get|All)\(\s*(?:(["'`])([\w/-]*)\1)?\s*\)/g;
const GLOBAL = /\.setGlobalPrefix\(\s*([^;]*?)\)\s*;?\s*(?:$|\n)/gm;

interface GlobalPrefix {
  readonly prefix: string;
  /** The paths that are served without it. */
  readonly excluded: readonly string[];
}

/** The routes of Nest's controllers (docs.nestjs.com/controllers); none where a prefix or a version is not written out. */
export function nestRoutes({ files, repository }: RouteSource): readonly Route[] {
  const read = files
    .filter((file) => /\.[cm]?[jt]s$/.test(file))
    .map((file) => ({ file, source: repository.text(file) ?? "" }))
    .filter(({ source }) => /@Controller\(|@Module\(|\bNestFactory\b|\.setGlobalPrefix\(/.test(source))
    .map(({ file, source }) => ({ file, text: codeText(source, "c").text }));
  const all = read.map(({ text }) => text).join("\n");
  const global = globalPrefix(all);
  if (global === undefined || !/\bNestFactory\b/.test(all)) return [];
  // A guard of every route may ask for a login.
  if (/\buseGlobalGuards\(|\bAPP_GUARD,\s*use(?!Class:\s*ThrottlerGuard)/.test(all)) return [];
  // Modules that get a path, and a version for every controller.
  if (/\bRouterModule\b|\bdefaultVersion\b/.test(all)) return [];
  return read.flatMap(({ file, text }) => {
    const controllers = [...text.matchAll(CONTROLLER)];
    return controllers.flatMap((match, index): readonly Route[] => {
      const [whole, given = "", name = ""] = match;
      const body = match.index + whole.length;
      const end = controllers[index + 1]?.index ?? text.length;
      const prefix = controllerPath(given.trim());
      const declared = new RegExp(`\\bcontrollers\\s*:\\s*\\[[^\\]]*\\b${name}\\b`).test(all);
      if (prefix === undefined || !declared || /@(?:Version|UseGuards)\(/.test(text.slice(match.index, end)))
        return [];
      return [...text.slice(body, end).matchAll(METHOD)].map((method) => ({
        path: served(joined(prefix, method[2] ?? "").replace(/(?<=.)\/$/, ""), global),
        place: { source: "file", file, line: lineAt(text, body + method.index) },
      }));
    });
  });
}

function served(path: string, { prefix, excluded }: GlobalPrefix): string {
  return excluded.some((each) => joined("", each) === path) ? path : joined(prefix, path);
}

/** The path of `@Controller()`, `@Controller("health")` and `@Controller({ path: "health" })`. */
function controllerPath(given: string): string | undefined {
  if (given === "") return "";
  const [, , text] = /^(["'`])([\w/-]*)\1$/.exec(given) ?? [];
  const [, , option] = /^\{\s*path\s*:\s*(["'`])([\w/-]*)\1\s*,?\s*\}$/.exec(given) ?? [];
  return text ?? option;
}

/** Empty where none is set; undefined where it is computed, or set several times. */
function globalPrefix(all: string): GlobalPrefix | undefined {
  const [only, ...others] = [...all.matchAll(GLOBAL)];
  if (only === undefined) return all.includes(".setGlobalPrefix(") ? undefined : { prefix: "", excluded: [] };
  const [, , prefix, rest] = /^(["'`])([\w/-]*)\1\s*(?:,\s*([\s\S]*))?$/.exec(only[1] ?? "") ?? [];
  if (prefix === undefined || others.length > 0) return undefined;
  if (rest === undefined || rest.trim() === "") return { prefix, excluded: [] };
  const [, list] =
    /^\{\s*exclude\s*:\s*\[((?:\s*(?:"[\w/-]*"|'[\w/-]*')\s*,?)*)\s*\]\s*,?\s*\}\s*,?\s*$/.exec(rest) ?? [];
  return list === undefined
    ? undefined
    : { prefix, excluded: [...list.matchAll(/["']([\w/-]*)["']/g)].map(([, path = ""]) => path) };
}
