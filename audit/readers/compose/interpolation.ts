import { type Knowable, known, unknown } from "../../../domain";

/** The value that compose has for a variable of the machine it runs on; undefined where nothing says it. */
export type MachineVariable = (name: string) => Knowable<string> | undefined;

const REFERENCE = /\$(?:(\$)|([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-?+])|\}))/y;
const MAX_DEPTH = 8;

/**
 * A compose file's text with its variables filled in, by compose's own syntax (docs.docker.com, compose file,
 * interpolation): `$$` is a `$`, and `${A:-b}` falls back to `b`. Without value and fallback the text is unknown.
 */
export function interpolate(text: string, variable: MachineVariable, depth = 0): Knowable<string> {
  if (!text.includes("$")) return known(text);
  if (depth > MAX_DEPTH) return unknown("its references are nested too deep");
  let filled = "";
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf("$", at);
    if (next < 0) return known(filled + text.slice(at));
    filled += text.slice(at, next);
    REFERENCE.lastIndex = next;
    const [whole, dollar, plain, braced, operator] = REFERENCE.exec(text) ?? [];
    // Compose refuses any other use of the sign.
    if (whole === undefined) return unknown("it has a `$` that compose does not understand");
    at = next + whole.length;
    if (dollar !== undefined) {
      filled += "$";
      continue;
    }
    const end = operator === undefined ? at : closing(text, at);
    if (end === undefined) return unknown("it has a `${` that does not end");
    const value = referred(plain ?? braced ?? "", operator, text.slice(at, end), variable, depth);
    if (!value.known) return value;
    filled += value.value;
    at = operator === undefined ? at : end + 1;
  }
  return known(filled);
}

function referred(
  name: string,
  operator: string | undefined,
  word: string,
  variable: MachineVariable,
  depth: number,
): Knowable<string> {
  const value = variable(name);
  if (value !== undefined && !value.known) return value;
  const present = value !== undefined && (value.value !== "" || operator?.startsWith(":") !== true);
  const chosen = operator?.at(-1);
  if (present) return chosen === "+" ? interpolate(word, variable, depth + 1) : value;
  if (chosen === "-") return interpolate(word, variable, depth + 1);
  return unknown(`${name} comes from the machine that runs compose`);
}

/** Where the brace closes that is open at `from`. */
function closing(text: string, from: number): number | undefined {
  let open = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text.startsWith("${", at)) open += 1;
    else if (text[at] === "}") open -= 1;
    if (open === 0) return at;
  }
  return undefined;
}
