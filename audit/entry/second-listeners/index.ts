/** What a compiled program opens beside the service's own port, in another of its files. */
import { type Fact, factsOf } from "../../../domain";
import { lineAt } from "../../../domain/text-place";
import { oncePerPart } from "../../once-per-repository";
import type { Repository } from "../../reader";
import { codeInUse } from "../../readers/listeners/in-use";
import { fileOf } from "../../services/service-folders";
import type { Entry } from "../entry";
import { isPortOrBind, undecided } from "../port-or-bind";
import { Goroutines } from "./goroutines";

/** Calls that listen, by language; where a word is wanted between the brackets, the name alone says too little. */
const LISTENS: Readonly<Record<string, RegExp>> = {
  go: /\bhttp\.(?:Server\s*\{|ListenAndServe(?:TLS)?\()|\.ListenAndServe\((?!\s*\))|\bnet\.Listen\(|\b(?:r|g|e|engine|router)\.Run\(\s*\)|\.(?:Run|Start|Listen|StartTLS|ListenTLS)\((?=[^()\n]*(?:port|addr|listen|os\.Getenv|":))/gi,
  rs: /\b(?:TcpListener|Server)::bind\(|\.bind\(|\brocket::build\(|\bwarp::serve\(/g,
  kt: /\bembeddedServer\(|\bJavalin\.create\(|\.start\((?=[^()\n]*port)/gi,
  java: /\bJavalin\.create\(|\bHttpServer\.create\(|\.(?:start|listen)\((?=[^\n]*port)/gi,
};

/** `go http.ListenAndServe(…)`, or as the first thing in a function that runs beside the program. */
const ASIDE = /\bgo\s+(?:func\s*\([^()\n]*\)\s*\{\s*(?:[\w.]+\(|[\w, ]+:?=\s*|if\s+\w+\s*:=\s*)?)?[\w.]*$/;

interface Call {
  readonly file: string;
  readonly line: number;
  readonly isAside: boolean;
  /** Whether that is not known. */
  readonly mayBeAside: boolean;
  readonly readsPort: boolean;
}

/**
 * Facts without those of a second listener. It is one that runs beside another of the program, or that is opened where
 * another file listens on PORT; where another one listens at an address that is not followed, it is not decided.
 */
export function withoutSecondListeners(
  facts: readonly Fact[],
  entries: readonly Entry[],
  repository: Repository,
): readonly Fact[] {
  const languages = new Set(facts.flatMap((fact) => (isPortOrBind(fact) ? languageOf(fact) : [])));
  const takes = new Set(
    factsOf(facts, "wanted-variable").flatMap((fact) => (fact.name === "PORT" ? [fileOf(fact)] : [])),
  );
  return [...languages].reduce<readonly Fact[]>((left, language) => {
    const calls = callsOf(language, left, takes, entries, repository);
    const opens = new Set(
      factsOf(left, "port").flatMap((fact) => (fact.role === "code" ? [fileOf(fact)] : [])),
    );
    return left.flatMap((fact): readonly Fact[] => {
      if (!isPortOrBind(fact) || !languageOf(fact).includes(language)) return [fact];
      const [file, line] = [fileOf(fact), lineOf(fact)];
      const isAside = calls.some((call) => call.isAside && call.file === file && isAt(call.line, line));
      if (isAside && calls.some((call) => !call.isAside)) return [];
      const isUnsure = calls.some((call) => call.mayBeAside && call.file === file && isAt(call.line, line));
      if (isUnsure && calls.length > 1) return [undecided(fact, MAY_BE_ASIDE)];
      if (takes.has(file) || (fact.kind === "bind" && !opens.has(file))) return [fact];
      const others = calls.filter((call) => call.file !== file && !call.isAside);
      if (others.some(({ readsPort }) => readsPort)) return [];
      const mayTake = others.some((call) => !opens.has(call.file));
      return [mayTake ? undecided(fact, MAY_OPEN) : fact];
    });
  }, facts);
}

const MAY_OPEN = "another file of the service listens as well, at an address that is not followed";

const MAY_BE_ASIDE = "one of several methods of its name is run beside the program, and it may be this one";

const lineOf = ({ place }: Fact): number => (place.source === "file" ? (place.line ?? 0) : 0);

/** An address is on the line of its call, or on the first ones behind it: `&http.Server{`, `Addr: "…"`. */
const isAt = (call: number, address: number): boolean => call <= address && address <= call + 3;

function languageOf(fact: Fact): readonly string[] {
  const [, language] = /\.(go|rs|kt|java)$/.exec(fileOf(fact)) ?? [];
  return language === undefined ? [] : [language];
}

/** That of a file is made once: several services, each in several environments, may be started with it. */
const textInUse = oncePerPart(
  (repository, file: string) => codeInUse({ path: file, text: repository.text(file) ?? "" }, repository).text,
);

/**
 * The calls of the program's files that listen.
 *
 * @param takes the files that read PORT
 */
function callsOf(
  language: string,
  facts: readonly Fact[],
  takes: ReadonlySet<string>,
  entries: readonly Entry[],
  repository: Repository,
): readonly Call[] {
  const reached = new Set(
    entries.flatMap(({ end, reach }) => (end.is === "program" ? [...(reach?.files ?? [])] : [])),
  );
  const isOwn = new RegExp(`(?<!_test)\\.${language}$`);
  const stated = new Set([...facts.map(fileOf), ...reached]);
  const files = [...stated]
    .filter((file) => isOwn.test(file) && (reached.size === 0 || reached.has(file)))
    .map((file) => ({ path: file, text: textInUse(repository, file) }));
  const packages = new Set(
    language === "go" ? files.flatMap(({ text }) => /^package\s+(\w+)/m.exec(text)?.[1] ?? []) : [],
  );
  // What a package of the program's own starts, it opens itself.
  const isOfOwnPackage = (text: string, at: number): boolean =>
    text[at] === "." && packages.has(/\w+$/.exec(text.slice(Math.max(0, at - 60), at))?.[0] ?? "");
  const goroutines = language === "go" ? new Goroutines(files) : undefined;
  return files.flatMap(({ path: file, text }) =>
    [...text.matchAll(LISTENS[language] ?? /$^/g)]
      .filter(({ index }) => !isOfOwnPackage(text, index))
      .map(({ index }) => ({
        file,
        line: lineAt(text, index),
        isAside:
          goroutines !== undefined &&
          (ASIDE.test(text.slice(Math.max(0, index - 120), index)) || goroutines.holds(file, index)),
        mayBeAside: goroutines?.mayHold(file, index) === true,
        readsPort: takes.has(file),
      })),
  );
}
