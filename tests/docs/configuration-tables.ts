import { OTHER_KEYS } from "../../config/json-schema";
import { SECRET_KEYS } from "../../config/schema";
import { type ConfigurationKey, configurationKeys, KINDS } from "./configuration-keys";

/** A table of docs/configuration.md, by the name in the comment above it. */
interface Section {
  /** Which keys it has. */
  readonly has: (path: string) => boolean;
  /** What is left out of their paths. */
  readonly prefix: string;
  /** Whether it says which kinds of services have a key. */
  readonly kinds?: true;
}

const below = (prefix: string): Section => ({ has: (path) => path.startsWith(prefix), prefix });

const SECTIONS: Readonly<Record<string, Section>> = {
  service: {
    has: (path) => path.startsWith("service.") && !path.startsWith("service.verify."),
    ...{ prefix: "service.", kinds: true },
  },
  database: below("database."),
  databases: {
    has: (path) => /^databases\.KEY\.(?:url|password|adminPassword)$/.test(path),
    prefix: "databases.",
  },
  verify: { ...below("verify."), kinds: true },
  previewEnvironment: below("previewEnvironment."),
  promotion: below("promotion."),
  other: { has: (path) => /^(?:rehearsal\.\w+|\w+)$/.test(path), prefix: "" },
};

/** Defaults of keys that other programs have too. */
const OTHER_DEFAULTS: Readonly<Record<string, string>> = {
  "render:ownerId": "`RENDER_OWNER_ID`",
  "render:host": "Render's",
  "render:requestTimeout": "`30`",
};

const row = (...cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
const head = (...cells: readonly string[]): readonly string[] => [
  row(...cells),
  `|${"---|".repeat(cells.length)}`,
];

/** Which kinds of services have a key. */
function kindsOf({ kinds = [] }: ConfigurationKey): string {
  if (kinds.length === KINDS.length) return "all";
  const [left, ...more] = KINDS.filter((kind) => !kinds.includes(kind));
  return left !== undefined && more.length === 0
    ? `all but \`${left}\``
    : kinds.map((kind) => `\`${kind}\``).join(", ");
}

function sectionOf(name: string, { has, prefix, kinds }: Section): string {
  const keys = configurationKeys().filter(({ path }) => has(path));
  const rows = keys.map((key) => {
    const shown = name === "other" ? `portcullis:${key.path}` : key.path.slice(prefix.length);
    const type = name === "databases" ? "secret" : key.type;
    const of = kinds ? [kindsOf(key)] : [];
    return row(`\`${shown}\``, type, key.holds ?? "", ...of, key.stated);
  });
  const others =
    name === "other" ? Object.entries(OTHER_DEFAULTS).map(([key, stated]) => otherRow(key, stated)) : [];
  return [...head("key", "type", "holds", ...(kinds ? ["of"] : []), "default"), ...rows, ...others].join(
    "\n",
  );
}

function otherRow(key: string, stated: string): string {
  const { type = "text", description } = OTHER_KEYS[key] ?? {};
  return row(
    `\`${key}\``,
    [type].flat().includes("integer") ? "whole number" : "text",
    String(description),
    stated,
  );
}

function secretTable(): string {
  const rows = [
    ["render:apiKey", String(OTHER_KEYS["render:apiKey"]?.description)],
    ...Object.entries(SECRET_KEYS).map(([key, holds]) => [`portcullis:${key}`, holds]),
  ];
  return [...head("key", "holds"), ...rows.map(([key = "", holds = ""]) => row(`\`${key}\``, holds))].join(
    "\n",
  );
}

/** The page with its tables as the schemas have them; everything else of it stays. */
export function withTables(page: string): string {
  const names = [...Object.keys(SECTIONS), "secrets"];
  return names.reduce((text, name) => {
    const mark = `<!-- keys: ${name} -->\n`;
    const [before, after, ...more] = text.split(mark);
    if (after === undefined || more.length > 0)
      throw new Error(`docs/configuration.md: expected one \`${mark.trim()}\``);
    const section = SECTIONS[name];
    const table = section === undefined ? secretTable() : sectionOf(name, section);
    return `${before}${mark}\n${table}\n${after.replace(/^\n(?:\|.*\n)*/, "")}`;
  }, page);
}
