import { type Fact, known } from "../../domain";
import { UNREADABLE } from "../../domain/start-command/expansion";
import { flagValue } from "../../domain/start-command/flag-value";
import type { Entry } from "./entry";
import { type PortOrBind, undecided, withValue } from "./port-or-bind";
import { startedWords } from "./wrappers";

/**
 * The fact of a program's flag with what its command gives, or what the program takes without it. Go takes a flag with one
 * dash or with two (pkg.go.dev/flag: command line flag syntax).
 */
export function withFlag(fact: Fact, entries: readonly Entry[]): readonly Fact[] {
  if ((fact.kind !== "bind" && fact.kind !== "port") || fact.flag === undefined) return [fact];
  const { flag, ...stated } = fact;
  const programs = entries.filter(({ end }) => end.is === "program");
  const last = programs[0]?.steps.at(-1);
  if (programs.length !== 1 || last === undefined) return [fact];
  const words = startedWords(last.text);
  const given = flagValue(words, [`--${flag.name}`, `-${flag.name}`]);
  const isOpen =
    given === undefined &&
    words
      .slice(1)
      .some(
        (word, before) => (word.startsWith("$") && !isOption(words[before])) || word.includes(UNREADABLE),
      );
  if (isOpen) return [undecided(stated, "only the running shell knows with which flags it is started")];
  const at = { ...stated, place: given === undefined ? stated.place : last.place };
  if (flag.isPart === true) return part(at, given ?? flag.otherwise);
  const [, host, port] = /^(.*):([^:\]]*)$/.exec(given ?? flag.otherwise) ?? [];
  if (host === undefined || host.includes("$")) return [undecided(at, "the command gives another address")];
  if (at.kind === "bind") return [withValue(at, known(host === "" ? "0.0.0.0" : host))];
  // What the command takes from a variable is read where the command is.
  return port !== undefined && /^\d+$/.test(port) ? [withValue(at, known(port))] : [];
}

/** What follows an option is its value, also where a variable holds it. */
const isOption = (word = ""): boolean => /^-[^=]+$/.test(word);

/** The part of an address that the fact states. */
function part(at: PortOrBind, value: string): readonly Fact[] {
  const isKnown = !value.includes("$");
  if (at.kind === "bind")
    return [
      isKnown ? withValue(at, known(value || "0.0.0.0")) : undecided(at, "the command gives another host"),
    ];
  return isKnown && /^\d+$/.test(value) ? [withValue(at, known(value))] : [];
}
