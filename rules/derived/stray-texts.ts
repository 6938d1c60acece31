import { ALL_VARIABLES, type VariableFact } from "../../domain/fact";
import { placeOfValue } from "../../domain/placeholder-place";
import { remembered } from "../../domain/remembered";
import type { Judged } from "../../domain/verdict";

/** What came along with a name or a value when it was copied, and belongs to it now. */
export function strayTexts({ name, value, place }: VariableFact): readonly Judged[] {
  if (place.source !== "resource") return [];
  return [...nameless(name), ...(value.known ? inValue(value.value, name) : [])].map((why) => ({
    place,
    why,
  }));
}

/** A shell reads no such name, and an interface of a platform may refuse it (POSIX: 8.1 Environment Variable Definition). */
function nameless(name: string): readonly string[] {
  if (name === ALL_VARIABLES || !/^\d|[\s=]|^$/.test(name)) return [];
  const what = /^\d/.test(name) ? "begins with a digit" : "has a blank or an equals sign in it";
  return [`${name} ${what}, and no shell takes such a name of a variable`];
}

const inValue = remembered((text, name): readonly string[] =>
  [framed, quoted, named, commented, referring, linked, slashless].flatMap(
    (found) => found(text, name) ?? [],
  ),
);

/** A blank or a line break around a key, as it was copied: a header's value takes none (RFC 9110: 5.5, field values). */
function framed(text: string, name: string): string | undefined {
  const key = text.trim();
  if (key === "" || key === text || /\s/.test(key) || placeOfValue(name) !== "secret") return undefined;
  const what = /[\r\n]/.test(text) ? "a line break" : "a blank";
  return `${name} has ${what} around it, which belongs to the value; the code may remove it`;
}

/** Quotes around a whole value, as an env file has them: nothing takes them off a platform's own variable. */
function quoted(text: string, name: string): string | undefined {
  if (name === "PORT" || /JSON/.test(name) || !/^\s*(?:"[^"\s]+"|'[^'\s]+')\s*$/.test(text)) return undefined;
  if (placeOfValue(name) === "text") return undefined;
  return `${name} has quotes around it, which belong to the value; the code may remove them`;
}

/** The line of an env file or of a shell in the place of its value. */
function named(text: string, name: string): string | undefined {
  if (!text.includes("=") || !/^\w+$/.test(name)) return undefined;
  if (!new RegExp(`^\\s*(?:export\\s+|set\\s+)?${name}\\s*=`).test(text)) return undefined;
  return `${name} has its own name in its value, as a line of an env file; the code may remove it`;
}

/** A number, a switch, a level or an address with a comment behind it, as an env file has them. */
const COMMENTED =
  /^\s*(?:-?\d+(?:\.\d+)?[a-z]{0,2}|true|false|yes|no|on|off|production|staging|development|debug|info|warn(?:ing)?|error|[a-z][\w+.-]*:\/\/\S+)\s+#\s*[A-Za-z]/i;

function commented(text: string, name: string): string | undefined {
  if (name === "PORT" || !COMMENTED.test(text)) return undefined;
  return `${name} has a comment behind it, which belongs to the value; the code may remove it`;
}

/** A reference of a shell's in the place of a number: a platform fills in nothing. */
function referring(text: string, name: string): string | undefined {
  if (!/_(?:PORT|WORKERS|CONCURRENCY|THREADS)$/.test(name) || !/^\s*\$\w+\s*$/.test(text)) return undefined;
  return `${name} names another variable, which nothing replaces; its reader may do so`;
}

/** A whole value that is a link of Markdown's, or an address in the brackets that Markdown and mail put around one. */
const LINK = /^\s*(?:\[[^\]]*\]\((?:[a-z][\w+.-]*:\/\/|mailto:)[^\s)]+\)|<[a-z][\w+.-]*:\/\/[^\s<>|]+>)\s*$/i;

function linked(text: string, name: string): string | undefined {
  if (!LINK.test(text) || placeOfValue(name) === "text") return undefined;
  return `${name} is a link as Markdown writes one, and no address; the code may take it apart`;
}

/** Browsers' parsers put the slashes in, and others do not (url.spec.whatwg.org: special authority slashes state). */
const OF_THE_WEB =
  /^\s*(?:(?:https?|wss?):\/?(?!\/)[\w-]+(?:\.[\w-]+)+|https?\/\/[\w-]+(?:\.[\w-]+)+)(?:[:/?#]\S*)?\s*$/i;
const OF_A_STORE =
  /^\s*(?:rediss?|valkeys?|amqps?|mongodb(?:\+srv)?|mysql|nats):\/?(?!\/)[^/\s@]*@[^/\s]+\S*\s*$/i;

function slashless(text: string, name: string): string | undefined {
  if (placeOfValue(name) === "text" || !(OF_THE_WEB.test(text) || OF_A_STORE.test(text))) return undefined;
  return `${name} has no \`://\` behind its scheme, which few readers of an address put in`;
}
