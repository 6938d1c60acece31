/** A flag's value, as code has it: `*port` of `port := flag.Int(…)`, `cfg.port` of `flag.IntVar(&cfg.port, …)`. */
interface Declared {
  readonly name: string;
  readonly otherwise: string;
  /** Where its default is. */
  readonly at: number;
}

/** One side of an address: what is written, or what a flag gives. */
type Part = { readonly text: string } | { readonly flag: Declared };

/** An address that is put together of flags and written parts; a side that is neither is not there. */
export interface FlagAddress {
  readonly host?: Part;
  readonly port?: Part;
}

/** `flag.Int("port", 4000, …)` and `pflag.IntP("port", "p", 4000, …)`, given to a name. */
const OWN =
  /\b(\w+)\s*(?::=|=)\s*\w+\.(?:Int|Uint|String)(?:16)?P?\(\s*"([\w-]+)"\s*,\s*(?:"\w?"\s*,\s*)?(?:"([^"\n]*)"|(\d+))/g;
/** `flag.IntVar(&cfg.port, "port", 4000, …)` */
const INTO =
  /\b\w+\.(?:Int|Uint|String)(?:16)?VarP?\(\s*&([\w.]+)\s*,\s*"([\w-]+)"\s*,\s*(?:"\w?"\s*,\s*)?(?:"([^"\n]*)"|(\d+))/g;

/** The flags of a file by the words with which code reads them (pkg.go.dev/flag, pkg.go.dev/github.com/spf13/pflag). */
function flagsOf(text: string): ReadonlyMap<string, Declared> {
  const found = new Map<string, Declared>();
  for (const [form, star] of [
    [OWN, "*"],
    [INTO, ""],
  ] as const)
    for (const { index: at, 1: name = "", 2: flag = "", 3: word, 4: number } of text.matchAll(form)) {
      const read = star + name;
      // What is given again, as from a variable, is not what the flag says.
      const again = new RegExp(
        `${star === "" ? "" : "\\*"}\\b${name.replaceAll(".", "\\.")}\\s*(?:,\\s*\\w+\\s*)?=(?!=)`,
      );
      if (!again.test(text) && !found.has(read))
        found.set(read, { name: flag, otherwise: word ?? number ?? "", at });
    }
  return found;
}

const AS_TEXT =
  /^(?:strconv\.(?:Itoa|FormatInt|FormatUint)\(\s*(?:u?int(?:64)?\(\s*)?)?(\*?[A-Za-z_][\w.]*)\)?(?:\s*,\s*10\s*\))?\)?$/;
const SPRINTF = /^fmt\.Sprintf\(\s*"([^"\n:/]*):(%[dsv]|\d+)"\s*((?:,\s*[^,()]+(?:\([^()]*\))?\s*)*)\)/;
const JOINED =
  /^net\.JoinHostPort\(\s*([^,\n]{1,100}?)\s*,\s*((?:[^()\n]|\((?:[^()\n]|\([^()\n]*\))*\)){1,100}?)\s*\)/;
const ADDED =
  /^(?:("[^"\n]*"|\*?[A-Za-z_][\w.]*)\s*\+\s*)?"([^"\n]*):"\s*\+\s*([\w.*]+(?:\((?:[^()\n]|\([^()\n]*\))*\))?)/;

/** The address that an expression at the beginning of a text puts together, where a flag has a part in it. */
export function flagAddress(expression: string, text: string): FlagAddress | undefined {
  const sides = sidesOf(expression);
  if (sides === undefined) return undefined;
  const flags = flagsOf(text);
  const part = (written: string | undefined): Part | undefined => {
    const word = written?.trim() ?? "";
    const [, quoted] = /^"([^"]*)"$/.exec(word) ?? [];
    if (quoted !== undefined) return { text: quoted };
    const flag = flags.get(AS_TEXT.exec(word)?.[1] ?? "");
    return flag === undefined ? undefined : { flag };
  };
  const [host, port] = [part(sides.host), part(sides.port)];
  const hasFlag = [host, port].some((one) => one !== undefined && "flag" in one);
  return hasFlag ? { ...(host && { host }), ...(port && { port }) } : undefined;
}

function sidesOf(expression: string): { readonly host: string; readonly port: string } | undefined {
  const [formatted, before = "", after = "", given = ""] = SPRINTF.exec(expression) ?? [];
  if (formatted !== undefined) {
    const values = given
      .split(",")
      .map((value) => value.trim())
      .slice(1);
    const next = (text: string): string => (/^%[dsv]$/.test(text) ? (values.shift() ?? "") : `"${text}"`);
    return { host: next(before), port: next(after) };
  }
  const [joined, host = "", port = ""] = JOINED.exec(expression) ?? [];
  if (joined !== undefined) return { host, port };
  const [added, first, written = "", last = ""] = ADDED.exec(expression) ?? [];
  if (added === undefined) return undefined;
  return { host: first ?? `"${written}"`, port: last };
}
