import { ALL_VARIABLES, type VariableFact } from "../../domain/fact";
import { placeOfValue } from "../../domain/placeholder-place";
import type { Judged } from "../../domain/verdict";

/** What came along with a name or a value when it was copied, and belongs to it now. */
export function strayTexts(variable: VariableFact): readonly Judged[] {
  return [nameless, framed, quoted, named, commented, referring, linked, slashless].flatMap((judge) =>
    judge(variable),
  );
}

/** A shell reads no such name, and an interface of a platform may refuse it (POSIX: 8.1 Environment Variable Definition). */
function nameless({ name, place }: VariableFact): readonly Judged[] {
  if (name === ALL_VARIABLES || place.source !== "resource" || !/^\d|[\s=]|^$/.test(name)) return [];
  const what = /^\d/.test(name) ? "begins with a digit" : "has a blank or an equals sign in it";
  return [{ place, why: `${name} ${what}, and no shell takes such a name of a variable` }];
}

/** A blank or a line break around a key, as it was copied: a header's value takes none (RFC 9110: 5.5, field values). */
function framed({ name, place, value }: VariableFact): readonly Judged[] {
  if (place.source !== "resource" || !value.known || placeOfValue(name) !== "secret") return [];
  const text = value.value.trim();
  if (text === "" || text === value.value || /\s/.test(text)) return [];
  const what = /[\r\n]/.test(value.value) ? "a line break" : "a blank";
  return [
    { place, why: `${name} has ${what} around it, which belongs to the value; the code may remove it` },
  ];
}

/** Quotes around a whole value, as an env file has them: nothing takes them off a platform's own variable. */
function quoted({ name, place, value }: VariableFact): readonly Judged[] {
  if (place.source !== "resource" || !value.known || name === "PORT" || /JSON/.test(name)) return [];
  if (placeOfValue(name) === "text" || !/^\s*(?:"[^"\s]+"|'[^'\s]+')\s*$/.test(value.value)) return [];
  return [
    { place, why: `${name} has quotes around it, which belong to the value; the code may remove them` },
  ];
}

/** The line of an env file or of a shell in the place of its value. */
function named({ name, place, value }: VariableFact): readonly Judged[] {
  if (place.source !== "resource" || !value.known || !/^\w+$/.test(name)) return [];
  if (!new RegExp(`^\\s*(?:export\\s+|set\\s+)?${name}\\s*=`).test(value.value)) return [];
  return [
    { place, why: `${name} has its own name in its value, as a line of an env file; the code may remove it` },
  ];
}

/** A number, a switch, a level or an address with a comment behind it, as an env file has them. */
const COMMENTED =
  /^\s*(?:-?\d+(?:\.\d+)?[a-z]{0,2}|true|false|yes|no|on|off|production|staging|development|debug|info|warn(?:ing)?|error|[a-z][\w+.-]*:\/\/\S+)\s+#\s*[A-Za-z]/i;

function commented({ name, place, value }: VariableFact): readonly Judged[] {
  if (place.source !== "resource" || !value.known || name === "PORT" || !COMMENTED.test(value.value))
    return [];
  return [
    { place, why: `${name} has a comment behind it, which belongs to the value; the code may remove it` },
  ];
}

/** A reference of a shell's in the place of a number: a platform fills in nothing. */
function referring({ name, place, value }: VariableFact): readonly Judged[] {
  if (place.source !== "resource" || !value.known || !/_(?:PORT|WORKERS|CONCURRENCY|THREADS)$/.test(name))
    return [];
  if (!/^\s*\$\w+\s*$/.test(value.value)) return [];
  return [{ place, why: `${name} names another variable, which nothing replaces; its reader may do so` }];
}

/** A whole value that is a link of Markdown's, or an address in the brackets that Markdown and mail put around one. */
const LINK = /^\s*(?:\[[^\]]*\]\((?:[a-z][\w+.-]*:\/\/|mailto:)[^\s)]+\)|<[a-z][\w+.-]*:\/\/[^\s<>|]+>)\s*$/i;

function linked({ name, place, value }: VariableFact): readonly Judged[] {
  if (place.source !== "resource" || !value.known || placeOfValue(name) === "text") return [];
  if (!LINK.test(value.value)) return [];
  return [
    { place, why: `${name} is a link as Markdown writes one, and no address; the code may take it apart` },
  ];
}

/** Browsers' parsers put the slashes in, and others do not (url.spec.whatwg.org: special authority slashes state). */
const OF_THE_WEB =
  /^\s*(?:(?:https?|wss?):\/?(?!\/)[\w-]+(?:\.[\w-]+)+|https?\/\/[\w-]+(?:\.[\w-]+)+)(?:[:/?#]\S*)?\s*$/i;
const OF_A_STORE =
  /^\s*(?:rediss?|valkeys?|amqps?|mongodb(?:\+srv)?|mysql|nats):\/?(?!\/)[^/\s@]*@[^/\s]+\S*\s*$/i;

function slashless({ name, place, value }: VariableFact): readonly Judged[] {
  if (place.source !== "resource" || !value.known || placeOfValue(name) === "text") return [];
  if (!OF_THE_WEB.test(value.value) && !OF_A_STORE.test(value.value)) return [];
  return [{ place, why: `${name} has no \`://\` behind its scheme, which few readers of an address put in` }];
}
