import type { Repository } from "../reader";

/** A language that a service is written in, by the name of Render's runtime where there is one. */
export type Language = "python" | "node" | "go" | "ruby" | "elixir" | "rust" | "java" | "csharp";

/** The runtimes that Render has without an image: https://render.com/docs/native-runtimes, read in November 2026. */
const NATIVE: readonly Language[] = ["python", "node", "go", "ruby", "elixir", "rust"];

const ENDINGS: Readonly<Record<Language, readonly string[]>> = {
  python: [".py"],
  node: [".js", ".mjs", ".cjs", ".ts", ".mts", ".tsx", ".jsx"],
  go: [".go"],
  ruby: [".rb", ".ru"],
  elixir: [".ex", ".exs"],
  rust: [".rs"],
  java: [".java", ".kt"],
  csharp: [".cs"],
};

/** Programs of one language alone; what runs scripts of any, such as npm, is in `node`, and decides last. */
const PROGRAMS: readonly (readonly [Language, RegExp])[] = [
  ["ruby", /^(?:bundle|rails|rake|ruby|puma|unicorn|rackup|sidekiq|thin|falcon)$/],
  ["elixir", /^(?:mix|elixir|iex)$/],
  ["go", /^go$/],
  ["rust", /^cargo$/],
  [
    "python",
    /^(?:python[\d.]*|gunicorn|uvicorn|hypercorn|daphne|granian|flask|fastapi|celery|django-admin|uv|poetry|pipenv|waitress-serve|streamlit|rq)$/,
  ],
];
const OF_NODE = /^(?:node|npm|npx|next|yarn|pnpm|bun|bunx|tsx|ts-node|nest|nuxt|pm2)$/;

/** The language of a start command's program, where that runs no other one's; undefined where the command says none. */
export function languageOfProgram(command: string): Language | undefined {
  const words = wordsOf(command);
  return PROGRAMS.find(([, pattern]) => words.some((word) => pattern.test(word)))?.[0];
}

export const runsNode = (command: string): boolean => wordsOf(command).some((word) => OF_NODE.test(word));

/** The first word of each command of a line, past what is set before it; a folder before a program is left out. */
function wordsOf(command: string): readonly string[] {
  return command.split(/&&|\|\||[;|\n]/).flatMap((part) => {
    const [program] = part
      .trim()
      .split(/\s+/)
      .filter((word) => !/^(?:exec|env|\w+=.*)$/.test(word));
    return program === undefined ? [] : [program.replace(/^.*\//, "")];
  });
}

/** The language of most files of a folder, a runtime of Render's alone where asked; undefined where there are none. */
export function languageOfFiles(
  folder: string,
  repository: Repository,
  languages: readonly Language[] = Object.keys(ENDINGS) as Language[],
): Language | undefined {
  const counted = languages.map((language) => {
    const files = ENDINGS[language].flatMap((ending) => repository.ending(ending));
    return { language, count: files.filter((file) => isBelow(file, folder)).length };
  });
  const [most] = counted.filter(({ count }) => count > 0).sort((one, other) => other.count - one.count);
  return most?.language;
}

export const nativeLanguageOfFiles = (folder: string, repository: Repository): Language | undefined =>
  languageOfFiles(folder, repository, NATIVE);

const isBelow = (file: string, folder: string): boolean =>
  folder === "" || folder === "." || file.startsWith(`${folder}/`);
