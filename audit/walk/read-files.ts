import type { Fact } from "../../domain";
import type { Reader, Reading, Repository } from "../reader";
import { WAIVER_WORD } from "../waivers/waivers";
import type { LeftOut } from "./left-out";
import type { repositoryOf } from "./repository";
import type { ReadProblem, SourceFile } from "./source-file";

/** One file that some reader took. */
export interface ReadFile {
  readonly path: string;
  /** The names of the readers that took it. */
  readonly readers: readonly string[];
  /** How many facts it states. */
  readonly facts: number;
  readonly problems: readonly ReadProblem[];
}

export interface FilesRead {
  readonly facts: readonly Fact[];
  readonly files: readonly ReadFile[];
  readonly leftOut: ReadonlyMap<LeftOut, number>;
  /** The texts of the files that state a fact or hold a waiver, for excerpts. */
  readonly texts: ReadonlyMap<string, string>;
}

/** More facts than any file states that a person wrote; every rule looks at each of them. */
const MAX_FACTS = 10_000;

/** Made where it is said: the first number that is written in a language costs 10 ms. */
const tooMany = (): string =>
  `it states more than ${MAX_FACTS.toLocaleString("en")} facts, such as variables, and was not judged; expected a file that a person wrote`;

/** Hands each file to the readers that accept it; one that no reader accepts is not even opened. */
export function readFiles(
  paths: readonly string[],
  readers: readonly Reader[],
  repository: ReturnType<typeof repositoryOf>,
): FilesRead {
  const facts: Fact[] = [];
  const files: ReadFile[] = [];
  const leftOut = new Map<LeftOut, number>();
  const texts = new Map<string, string>();
  const alone = new Map(
    readers.flatMap((reader) => (reader.extensions ?? []).map((extension) => [extension, [reader]] as const)),
  );
  for (const path of paths) {
    const asked = alone.get(path.slice(path.lastIndexOf("."))) ?? readers;
    const accepting = asked.filter((reader) => reader.accepts(path));
    if (accepting.length === 0) continue;
    const { text, reason } = repository.read(path);
    const takers = accepting.filter((reader) => reader.takes?.({ path, text: text ?? "" }) !== false);
    if (takers.length === 0) continue;
    if (typeof reason === "string") {
      leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1);
      continue;
    }
    const names = takers.map(({ name }) => name);
    if (text === undefined) {
      files.push({
        path,
        readers: names,
        facts: 0,
        problems: [{ file: path, reason: reason?.problem ?? "" }],
      });
      continue;
    }
    const readings = takers.map((reader) => readingOf(reader, { path, text }, repository));
    const stated = readings.flatMap((reading) => reading.facts);
    if (stated.length > MAX_FACTS) {
      files.push({ path, readers: names, facts: 0, problems: [{ file: path, reason: tooMany() }] });
      continue;
    }
    if (stated.length > 0 || text.includes(WAIVER_WORD)) texts.set(path, text);
    for (const fact of stated) facts.push(fact);
    const problems = readings.flatMap((reading) => reading.problems);
    files.push({ path, readers: names, facts: stated.length, problems });
  }
  return { facts, files, leftOut, texts };
}

/** A reader that throws has a defect, and the file counts as not read: never as a file without facts. */
function readingOf(reader: Reader, file: SourceFile, repository: Repository): Reading {
  try {
    return reader.read(file, repository);
  } catch (cause) {
    // The error's message may quote the file, so only its class is reported.
    const thrown = cause instanceof Error ? cause.name : "exception";
    return {
      facts: [],
      problems: [{ file: file.path, reason: `the reader ${reader.name} failed (${thrown})` }],
    };
  }
}
