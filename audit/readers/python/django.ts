import type { SyntaxNode } from "@lezer/common";
import { type Fact, type Knowable, known, parsePort, unknown } from "../../../domain";
import { encodePart } from "../../../domain/connection-url/format";
import { childrenOf } from "../code/syntax-tree";
import { urlInCode } from "../code/url-in-code";
import type { PythonModule } from "./module";
import { pythonValue } from "./values";

const DRIVER = {
  driver: unknown<string>("Django takes psycopg or psycopg2, whichever is installed"),
  driverSettings: known({}),
};

/** The databases that Django's settings write out (docs.djangoproject.com/en/stable/ref/settings/#databases). */
export function djangoFacts(module: PythonModule): readonly Fact[] {
  if (!module.text.includes("DATABASES")) return [];
  const { tree } = module;
  return tree.nodes("AssignStatement").flatMap((statement): readonly Fact[] => {
    const [target, , value] = childrenOf(statement);
    if (target === undefined || value === undefined || tree.text(target) !== "DATABASES") return [];
    const databases = tree.dictionary(value) ?? [];
    return databases.flatMap(([, database]) => databaseFacts(module, database));
  });
}

/** Files of settings for developers and tests, which another file takes the place of. */
const FOR_DEVELOPERS = /(?:^|[/_.])(?:dev(?:elopment)?|local|tests?|ci)(?:[/_.]|$)/i;

/** DEBUG and ALLOWED_HOSTS, where a settings file writes each of them once (docs.djangoproject.com, ref/settings). */
export function djangoSettings(module: PythonModule): readonly Fact[] {
  const { tree, path: file, text } = module;
  if (!/\bROOT_URLCONF\b|\bINSTALLED_APPS\b/.test(text) || FOR_DEVELOPERS.test(file)) return [];
  return (["DEBUG", "ALLOWED_HOSTS"] as const).flatMap((name): readonly Fact[] => {
    const bound = tree.nodes("AssignStatement").filter((statement) => {
      const [target] = childrenOf(statement);
      return target !== undefined && tree.text(target) === name;
    });
    const [only] = bound;
    const value = only?.lastChild;
    // What is bound again, or under a condition, or extended, is decided elsewhere.
    const elsewhere = new RegExp(`\\b${name}\\s*(?:\\+=|\\.(?:append|extend))|import\\s+\\*`).test(text);
    if (
      bound.length !== 1 ||
      value === undefined ||
      value === null ||
      only?.parent?.name !== "Script" ||
      elsewhere
    )
      return [];
    const written = name === "DEBUG" ? switchOf(tree.text(value)) : listOf(module, value);
    return written === undefined
      ? []
      : [{ kind: "code-setting", place: tree.place(only, name), name, value: known(written) }];
  });
}

function switchOf(text: string): string | undefined {
  return text === "True" ? "true" : text === "False" ? "false" : undefined;
}

/** A list of texts; undefined where a part of it is computed. */
function listOf({ tree }: PythonModule, node: SyntaxNode): string | undefined {
  if (node.name !== "ArrayExpression") return undefined;
  const items = childrenOf(node).filter(({ name }) => !["[", "]", ",", "Comment"].includes(name));
  const texts = items.map((item) => tree.string(item));
  return texts.every((text) => text !== undefined) ? texts.join(",") : undefined;
}

/** What is written out whole is a URL in parts; of another database the host and port still count. */
function databaseFacts(module: PythonModule, node: SyntaxNode): readonly Fact[] {
  const entries = new Map(module.tree.dictionary(node) ?? []);
  const literal = (key: string): string | undefined => {
    const entry = entries.get(key);
    const value = entry === undefined ? undefined : pythonValue(module, entry);
    return value?.is === "literal" ? value.text : undefined;
  };
  const [engine, host] = [literal("ENGINE"), literal("HOST")];
  if (engine === undefined || !/postg(?:resql|is)/.test(engine) || !host?.includes(".")) return [];
  const place = module.tree.place(entries.get("HOST") ?? node);
  const [user, password, name = ""] = [literal("USER"), literal("PASSWORD"), literal("NAME")];
  // Without one, and with an empty one, libpq takes its own.
  const port = parsePort(literal("PORT") || "5432");
  if (port === undefined) return [];
  if (user !== undefined && password !== undefined) {
    const at = module.tree.place(entries.get("PASSWORD") ?? node);
    const written = `postgresql://${encodePart(user)}:${encodePart(password)}@${host}:${port}/${encodePart(name)}`;
    return urlInCode(written, { place: at, ...DRIVER });
  }
  const stated = (text: string | undefined): Knowable<string> =>
    text === undefined ? unknown("it is read from the environment") : known(text);
  return [
    {
      kind: "connection",
      place,
      host: known(host),
      port: known(port),
      user: stated(user),
      database: stated(literal("NAME")),
      parameters: known({}),
      ...DRIVER,
    },
  ];
}
