import path from "node:path";
import type { SyntaxNode } from "@lezer/common";
import { type Fact, type FromVariable, known, unknown } from "../../../domain";
import type { Repository } from "../../reader";
import { childrenOf } from "../code/syntax-tree";
import type { PythonModule } from "./module";

/** Files of settings for developers and tests, which another file takes the place of. */
const FOR_DEVELOPERS = /(?:^|[/_.])(?:dev(?:elopment)?|local|tests?|ci)(?:[/_.]|$)/i;
/** A file of a folder of settings, which takes what they share from another one. */
const OF_SETTINGS = /(?:^|\/)settings\/\w+\.py$|(?:^|\/)settings_\w+\.py$/;

type Name = "DEBUG" | "ALLOWED_HOSTS";

/** DEBUG and ALLOWED_HOSTS, where a settings file writes each of them once (docs.djangoproject.com, ref/settings). */
export function djangoSettings(module: PythonModule, repository: Repository): readonly Fact[] {
  const { path: file, text } = module;
  const isWhole = /\bROOT_URLCONF\b|\bINSTALLED_APPS\b/.test(text);
  if ((!isWhole && !OF_SETTINGS.test(file)) || FOR_DEVELOPERS.test(file)) return [];
  return (["DEBUG", "ALLOWED_HOSTS"] as const).flatMap((name) =>
    isSetByAnother(name, file, repository) ? [] : settingFacts(name, module),
  );
}

function settingFacts(name: Name, module: PythonModule): readonly Fact[] {
  const { tree, text } = module;
  const bound = assignmentsOf(module, name);
  const [only] = bound;
  const value = only?.lastChild;
  // What is bound again, or under a condition, or extended, is decided elsewhere.
  const elsewhere = new RegExp(`\\b${name}\\s*(?:\\+=|\\.(?:append|extend|insert))`).test(text);
  const stars = [...text.matchAll(/^[ \t]*(?:from|try:).*\bimport\s+\*/gm)].map(({ index }) => index);
  if (
    bound.length !== 1 ||
    only === undefined ||
    value === undefined ||
    value === null ||
    only.parent?.name !== "Script" ||
    stars.some((at) => at > only.from) ||
    elsewhere
  )
    return [];
  const place = tree.place(only, name);
  const written = name === "DEBUG" ? switchOf(tree.text(value)) : listOf(module, value);
  if (written !== undefined) {
    const checksHost = name === "ALLOWED_HOSTS" && comparesHosts(module);
    return [
      { kind: "code-setting", place, name, value: known(written), ...(checksHost && { checksHost: true }) },
    ];
  }
  const from = variableOf(name, tree.text(value));
  if (from === undefined) return [];
  return [{ kind: "code-setting", place, name, value: unknown(`it is the value of ${from.variable}`), from }];
}

/** The statements that assign a name, of whatever block. */
function assignmentsOf({ tree }: PythonModule, name: string): readonly SyntaxNode[] {
  return tree.nodes("AssignStatement").filter((statement) => {
    const [target] = childrenOf(statement);
    return target !== undefined && tree.text(target) === name;
  });
}

/** What answers no request by itself before Django compares the host (docs.djangoproject.com: ref/middleware). */
const ANSWERS_NOTHING = /^(?:django\.|whitenoise\.|corsheaders\.)/;

/**
 * Whether the middleware that compares each host runs, and none before it that may answer a check by itself; a forwarded
 * host may take the place of the one that is asked for.
 */
function comparesHosts(module: PythonModule): boolean {
  const { text } = module;
  if ((text.match(/\bMIDDLEWARE\b/g) ?? []).length !== 1 || /\bUSE_X_FORWARDED_HOST\b/.test(text))
    return false;
  const value = assignmentsOf(module, "MIDDLEWARE")[0]?.lastChild;
  const names = (value ? (listOf(module, value) ?? "") : "").split(",");
  const at = names.indexOf("django.middleware.common.CommonMiddleware");
  return at >= 0 && names.slice(0, at).every((one) => ANSWERS_NOTHING.test(one));
}

/** Whether a file beside it takes everything of this one and then sets the name itself. */
function isSetByAnother(name: Name, file: string, repository: Repository): boolean {
  const folder = path.posix.dirname(file);
  const module = path.posix.basename(file, ".py");
  const takes = new RegExp(`^from\\s+(?:[\\w.]*\\.)?${module}\\s+import\\s+\\*`, "m");
  const sets = new RegExp(`^${name}\\s*(?:\\+?=|:)`, "m");
  return repository.ending(".py").some((other) => {
    if (other === file || path.posix.dirname(other) !== folder || FOR_DEVELOPERS.test(other)) return false;
    const text = repository.text(other) ?? "";
    return takes.test(text) && sets.test(text);
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

/**
 * A variable with its default: of the standard library, of django-environ (`env.list`, `env.bool`) and of python-decouple
 * (`config`), each as its own documentation has it.
 */
const READS =
  /^(?:(env)(?:\.(?:list|bool|str))?|((?:decouple\.)?config)|(?:os\.)?(?:environ\.get|getenv))\(\s*["'](\w{1,100})["']\s*,\s*(?:default\s*=\s*)?(\[[^\][]*\]|"[^"\\\n]*"|'[^'\\\n]*'|\w+)\s*(?:,\s*)?([^\n]*)$/s;

function variableOf(name: Name, text: string): FromVariable | undefined {
  const [, environ, decouple, variable, otherwise = "", tail = ""] = READS.exec(text) ?? [];
  if (variable === undefined) return undefined;
  const isTyped = environ !== undefined || decouple !== undefined;
  const plain = otherwise.replace(/^["']|["']$/g, "");
  if (name === "ALLOWED_HOSTS") {
    const isSplit = isTyped || /^\)\.split\(/.test(tail);
    const texts = otherwise.startsWith("[") ? textsOf(otherwise) : plain.split(/[\s,]+/);
    return texts === undefined || !isSplit || /^\w/.test(otherwise)
      ? undefined
      : { variable, otherwise: texts.filter((one) => one !== "").join(",") };
  }
  const compared = /^\)(\.lower\(\))?\s*(?:==\s*["'](\w+)["']|in\s*[([{]([^)\]}]*)[)\]}])$/.exec(tail);
  const given = compared?.[1] === undefined ? plain : plain.toLowerCase();
  const isOn = isTyped
    ? /^(?:True|true|1|on|yes)$/.test(plain)
    : compared !== null && [compared[2] ?? "", ...(textsOf(`[${compared[3] ?? ""}]`) ?? [])].includes(given);
  return isOn ? { variable, otherwise: "true" } : undefined;
}

/** The texts of a list; undefined where one of its parts is no text. */
function textsOf(list: string): readonly string[] | undefined {
  const inner = list.slice(1, -1).trim().replace(/,$/, "");
  if (inner === "") return [];
  const parts = inner.split(",").map((part) => /^\s*(["'])([^"'\\]*)\1\s*$/.exec(part)?.[2]);
  return parts.every((part) => part !== undefined) ? parts : undefined;
}
