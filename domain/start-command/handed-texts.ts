import { QUOTED_DOLLAR } from "./expansion";

/** A tool that is given a whole command line as one word, and runs it, by a shell unless it says otherwise. */
interface Taker {
  readonly name: RegExp;
  /** The option whose value is the line. */
  readonly option?: RegExp;
  /** The word that must follow its name. */
  readonly word?: string;
  /** Which of its plain arguments is the line, from 0; `all` where each is one, `joined` where all are one. */
  readonly plain?: number | "all" | "joined";
  /** Whether it takes the words of the line apart by itself, and fills in no variable. */
  readonly withoutShell?: true;
  /** Whether what follows the line is put behind it, such as the file that an interpreter is given. */
  readonly withRest?: true;
  /** Its other options that take a value. */
  readonly valued?: readonly string[];
}

/** Each from its own documentation or `--help`. */
const TAKERS: readonly Taker[] = [
  { name: /^(?:ba|da|z)?sh$/, option: /^-[a-z]*c$/ },
  { name: /^eval$/, plain: "joined" },
  { name: /^doppler$/, option: /^--command$/ },
  { name: /^(?:infisical|su|runuser|flock|script)$/, option: /^(?:-[a-z]*c|--command)$/ },
  { name: /^npx$/, option: /^(?:-c|--call)$/ },
  { name: /^nix-shell$/, option: /^--(?:run|command)$/ },
  // litestream.io/reference/replicate; its cmd/litestream/replicate.go
  { name: /^litestream$/, option: /^--?exec$/, withoutShell: true },
  // github.com/hashicorp/consul-template: docs/configuration.md
  { name: /^consul-template$/, option: /^--?exec$/ },
  { name: /^sops$/, word: "exec-env", plain: 1 },
  // bitwarden.com/help/secrets-manager-cli; docs.phase.dev/cli/commands
  {
    name: /^bws$/,
    word: "run",
    plain: "joined",
    valued: ["--shell", "--project-id", "-t", "--access-token"],
  },
  {
    name: /^phase$/,
    word: "run",
    plain: "joined",
    valued: ["--env", "--app", "--app-id", "--path", "--tags"],
  },
  // github.com/remy/nodemon: its --help
  { name: /^nodemon$/, option: /^(?:-x|--exec)$/, withRest: true },
  {
    // github.com/open-cli-tools/concurrently: docs/cli
    name: /^concurrently$/,
    plain: "all",
    valued: [
      ...[
        "-n",
        "--names",
        "-m",
        "--max-processes",
        "-s",
        "--success",
        "-p",
        "--prefix",
        "-c",
        "--prefix-colors",
      ],
      ...[
        "-l",
        "--prefix-length",
        "-t",
        "--timestamp-format",
        "--restart-tries",
        "--restart-after",
        "--hide",
      ],
      ...["--names-separator", "--default-input-target", "--kill-signal", "--ks", "--pad-prefix", "--cwd"],
    ],
  },
];

/** The command lines that a command hands to a shell; none where it hands over none. */
export function handedTexts([name = "", ...words]: readonly string[]): readonly string[] {
  const taker = TAKERS.find((row) => row.name.test(name.split("/").at(-1) ?? ""));
  if (taker === undefined || (taker.word !== undefined && words[0] !== taker.word)) return [];
  if (taker.plain === "joined") {
    const line = words.slice(words.indexOf(plainOf(taker, words)[0] ?? ""));
    return [line.join(" ").replaceAll(QUOTED_DOLLAR, "$")];
  }
  const texts = taker.option === undefined ? plainOf(taker, words) : optionValues(taker.option, words);
  const [line] = texts;
  if (taker.withRest === true && line !== undefined)
    return [[line, ...words.slice(endOf(line, words))].join(" ").replaceAll(QUOTED_DOLLAR, "$")];
  return taker.withoutShell === true ? texts : texts.map((text) => text.replaceAll(QUOTED_DOLLAR, "$"));
}

const endOf = (line: string, words: readonly string[]): number =>
  words.findIndex((word) => word === line || word.endsWith(`=${line}`)) + 1;

function optionValues(option: RegExp, words: readonly string[]): readonly string[] {
  for (const [index, word] of words.entries()) {
    if (option.test(word)) return words.slice(index + 1, index + 2);
    const at = word.startsWith("-") ? word.indexOf("=") : -1;
    if (at > 0 && option.test(word.slice(0, at))) return [word.slice(at + 1)];
  }
  return [];
}

function plainOf({ word, plain, valued = [] }: Taker, words: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (let index = word === undefined ? 0 : 1; index < words.length; index += 1) {
    const one = words[index] ?? "";
    if (valued.includes(one)) index += 1;
    else if (!one.startsWith("-")) found.push(one);
  }
  return typeof plain === "number" ? found.slice(plain, plain + 1) : found;
}
