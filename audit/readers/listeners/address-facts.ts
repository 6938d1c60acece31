import { type Fact, type FromVariable, type Knowable, known, type Place, unknown } from "../../../domain";
import { placeAt } from "../../../domain/text-place";
import type { SourceFile } from "../../walk/source-file";
import type { Address } from "./forms";
import type { GoAddress } from "./go";
import type { FlagAddress } from "./go-flags";
import type { CodeInUse } from "./in-use";

/** What a variable gives is known where the variables are. */
const hostOf = (host: string, from: FromVariable | undefined): Knowable<string> =>
  from === undefined ? known(host) : unknown(`it is the value of ${from.variable}`);

const ASIDE = "it is opened beside the program, and may be for a profiler";

export function placeOf({ path: file, text }: SourceFile, at: number): Place | undefined {
  const place = placeAt(file, text, at);
  const line = text.slice(at - place.column + 1, at);
  return /^\s*(?:\/\/|#|\*)/.test(line) ? undefined : place;
}

export function addressFacts(
  {
    host,
    port,
    aside = false,
    from,
    flag,
    parts,
    open,
  }: Address & Partial<Omit<GoAddress, "at" | "host" | "port">>,
  at: number,
  file: CodeInUse,
): readonly Fact[] {
  const place = placeOf(file, at);
  if (place === undefined) return [];
  const when = file.when(at);
  // What a variable of its own gives is judged where that variable is.
  if (when === "never") return [];
  if (typeof when === "object" && "why" in when && from === undefined)
    return undecided(place, { host, port }, when.why);
  const where = typeof when === "object" && !("why" in when) ? { where: when } : {};
  if (open === true) return undecided(place, { host: "", port: "" }, "it cannot be followed in the code");
  if (parts !== undefined) return partFacts(parts, place, file).map((fact) => ({ ...fact, ...where }));
  if (flag !== undefined && host !== undefined)
    return flagFacts(flag, `${host}:${port ?? ""}`, place).map((fact) => ({ ...fact, ...where }));
  return [
    ...(host === undefined
      ? []
      : [
          {
            kind: "bind",
            place,
            host: aside ? unknown<string>(ASIDE) : hostOf(host, from),
            ...(from && !aside && { from }),
            ...where,
          } as const,
        ]),
    ...(port === undefined || aside || from
      ? []
      : [{ kind: "port", role: "code", place, port: known(port), ...where } as const]),
  ];
}

function undecided(place: Place, { host, port }: Address, why: string): readonly Fact[] {
  return [
    ...(host === undefined ? [] : [{ kind: "bind", place, host: unknown<string>(why) } as const]),
    ...(port === undefined
      ? []
      : [{ kind: "port", role: "code", place, port: unknown<string>(why) } as const]),
  ];
}

const byFlag = (name: string) => unknown<string>(`it is the value of the flag -${name}`);

/** What the command gives to the flag is known where the command is. */
function flagFacts(name: string, otherwise: string, place: Place) {
  const given = { place, flag: { name, otherwise } };
  const value = byFlag(name);
  return [
    { kind: "bind", ...given, host: value },
    { kind: "port", role: "code", ...given, port: value },
  ] as const;
}

/** Host and port of an address, each as it is written or as a flag gives it: a flag's default is where the flag is. */
function partFacts({ host, port }: FlagAddress, place: Place, file: CodeInUse): readonly Fact[] {
  const stated = (part: FlagAddress["host"]) => {
    if (part === undefined || "text" in part)
      return { place, value: known((part?.text ?? "") || "0.0.0.0"), of: {} };
    const { name, otherwise, at } = part.flag;
    const value = byFlag(name);
    return {
      place: placeOf(file, at) ?? place,
      value,
      of: { flag: { name, otherwise, isPart: true } } as const,
    };
  };
  const [bound, opened] = [stated(host), stated(port)];
  const facts: Fact[] = [];
  if (host !== undefined) facts.push({ kind: "bind", place: bound.place, host: bound.value, ...bound.of });
  if (port !== undefined && ("flag" in port || /^\d+$/.test(port.text)))
    facts.push({ kind: "port", role: "code", place: opened.place, port: opened.value, ...opened.of });
  return facts;
}
