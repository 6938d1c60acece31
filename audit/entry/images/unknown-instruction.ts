import type { Fact } from "../../../domain";
import { nearest } from "../../../domain/nearest";
import type { Repository } from "../../reader";
import type { BuiltFile } from "./built-files";

/** docs.docker.com/reference/dockerfile, November 2026 */
const INSTRUCTIONS = [
  ...[
    "ADD",
    "ARG",
    "CMD",
    "COPY",
    "ENTRYPOINT",
    "ENV",
    "EXPOSE",
    "FROM",
    "HEALTHCHECK",
    "LABEL",
    "MAINTAINER",
  ],
  ...["ONBUILD", "RUN", "SHELL", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR"],
];

/** The first line of a Dockerfile that Docker refuses to build: its first word is no instruction. */
export function unknownInstructions({ file, subject }: BuiltFile, repository: Repository): readonly Fact[] {
  const found = firstUnknown(repository.text(file) ?? "");
  if (found === undefined) return [];
  const { word, line } = found;
  const place = { source: "file", file, line, column: 1 } as const;
  const isWord = /^[A-Za-z][A-Za-z-]{0,15}$/.test(word);
  return [
    {
      kind: "unmet-need",
      ...subject,
      place,
      of: "instruction of Docker",
      by: (isWord ? nearest(word.toUpperCase(), INSTRUCTIONS) : undefined) ?? "",
      // A line that is pasted may hold anything, such as a key.
      instead: isWord ? `\`${word}\`` : "a line that begins with none",
    },
  ];
}

/** Docker's own frontend, whose words are those above; another may have more. */
const OWN_FRONTEND = /^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?(?:[:@]|$)/;
/** What a tool fills in before Docker reads it. */
const TEMPLATE = /\{\{|\{%|<%|@@\w+@@/;

/** github.com/moby/buildkit: frontend/dockerfile/parser, parser.go */
function firstUnknown(whole: string): { readonly word: string; readonly line: number } | undefined {
  const lines = whole.replace(/^\uFEFF/, "").split(/\r?\n/);
  const { character, isOwn } = directivesOf(lines);
  if (!isOwn || TEMPLATE.test(whole)) return undefined;
  const goesOn = character === "`" ? /(?:^|[^`])`[ \t]*$/ : /(?:^|[^\\])\\[ \t]*$/;
  const isComment = (line: string): boolean => /^\s*(?:#|$)/.test(line);
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    if (isComment(line)) continue;
    const [, word = ""] = /^\s*(\S+)/.exec(line) ?? [];
    if (!INSTRUCTIONS.includes(word.toUpperCase())) return { word, line: at + 1 };
    let text = line;
    while (goesOn.test(lines[at] ?? "") || (text !== line && isComment(lines[at] ?? ""))) {
      at += 1;
      if (at >= lines.length) return undefined;
      text += `\n${lines[at]}`;
    }
    const ends = heredocsIn(text);
    if (ends === undefined) return undefined;
    for (const { end, tabs } of ends) {
      do at += 1;
      while (at < lines.length && (tabs ? lines[at]?.replace(/^\t+/, "") : lines[at]) !== end);
      if (at >= lines.length) return undefined;
    }
  }
  return undefined;
}

function directivesOf(lines: readonly string[]): { readonly character: string; readonly isOwn: boolean } {
  let [character, isOwn] = ["\\", true];
  for (const line of lines) {
    const [, name = "", value = ""] = /^(?:#|\/\/)\s*(\w+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (name === "") break;
    if (name.toLowerCase() === "escape") character = value;
    if (name.toLowerCase() === "syntax") isOwn = OWN_FRONTEND.test(value);
  }
  return { character, isOwn };
}

/** The words that end the heredocs of an instruction, in their order; undefined where one is of another form. */
function heredocsIn(text: string): readonly { readonly end: string; readonly tabs: boolean }[] | undefined {
  if (!/^\s*(?:ONBUILD\s+)?(?:RUN|COPY|ADD)\s/i.test(text)) return [];
  const plain = text.replaceAll("<<<", "");
  const found = [...plain.matchAll(/(?<=^|\s)\d*<<(-?)(["']?)([\w.-]+)\2(?=\s|$)/g)];
  const all = [...plain.matchAll(/<<(?!\s*\d+\s*\)\))/g)];
  if (found.length !== all.length) return undefined;
  return found.map(([, tabs, , end = ""]) => ({ end, tabs: tabs === "-" }));
}
