import { type Fact, known } from "../../../domain";
import type { Repository } from "../../reader";
import type { SourceFile } from "../../walk/source-file";
import { placeOf } from "./address-facts";
import { SINATRA } from "./in-use/meanings";

const APPLICATION = /(?:^|\/)(?:app|server|main|web)\.rb$/;
/** The classic style runs by itself at the end of its file; a class of its own is run by `run!`. */
const RUNS = /^\s*require\s+["']sinatra["']|^\s*(?:\w+\.)?run!/m;
/** What says the address or the environment in code. */
const SAYS = /:bind\b|\b(?:bind|host):\s|:environment\b|(?:RACK|APP)_ENV["']\s*\]\s*(?:\|\|)?=|-o\b/;

/** Sinatra's own default: localhost in development, which is its environment where no variable says another (sinatrarb.com/configuration: bind). */
export function sinatraDefault(file: SourceFile, repository: Repository): readonly Fact[] {
  if (!APPLICATION.test(file.path)) return [];
  const match = RUNS.exec(file.text);
  const others = repository.ending(".rb").some((other) => SAYS.test(repository.text(other) ?? ""));
  const at = match === null ? 0 : match.index + match[0].search(/\S/);
  const place = match === null || others ? undefined : placeOf(file, at);
  if (place === undefined) return [];
  const adds = 'set :bind, "0.0.0.0"';
  return [
    { kind: "bind", place, host: known("localhost"), adds, where: { ...SINATRA, holds: "development" } },
  ];
}
