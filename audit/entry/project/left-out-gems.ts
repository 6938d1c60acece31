import { type Fact, factsOf, known } from "../../../domain";
import type { Chain } from "../chain";
import { startedWords } from "../wrappers";
import { fileOfProject, imageOf, type Project, subjectOf } from "./project";

/** What a build leaves out: by a variable of an image, by `bundle config`, by an option (bundler.io/man/bundle-config.1.html: without). */
const WITHOUT = [
  /\bBUNDLE_WITHOUT\s*[= ]\s*["']?([\w:, ]+?)["']?\s*(?:\\?$|\s[A-Z_]+=)/m,
  /\bbundle\s+config\s+(?:set\s+)?(?:--(?:local|global)\s+)?without\s+["']?([\w: ]+)["']?/,
  /\bbundle\s+install\b[^\n&|;]*--without[ =]["']?([\w: ]+)["']?/,
];
/** devcenter.heroku.com/articles/bundler-configuration: what its buildpack leaves out. */
const OF_HEROKU = ["development", "test"];
/** Programs of gems that a start command names, by the gem. */
const STARTED = ["puma", "unicorn", "thin", "falcon", "sidekiq", "passenger", "iodine"];

/** Gems that the service needs and that its build leaves out with the groups that they are in: the start ends with LoadError. */
export function leftOutGems(project: Project, { steps }: Chain): readonly Fact[] {
  const found = fileOfProject(project, "Gemfile");
  const without = found === undefined ? [] : leftOut(project);
  if (found === undefined || without.length === 0 || /\beval_gemfile\b|\bgemspec\b/.test(found.text))
    return [];
  const gems = gemsOf(found.text);
  const [program = ""] = startedWords(steps.at(-1)?.text ?? "");
  const needed = [
    ...STARTED.filter((name) => program.split("/").at(-1) === name),
    ...(connects(project) ? ["pg"] : []),
  ];
  return needed.flatMap((name): readonly Fact[] => {
    const listed = gems.filter((gem) => gem.name === name);
    const [first] = listed;
    const isOut = listed.every(
      ({ groups }) => groups.length > 0 && groups.every((group) => without.includes(group)),
    );
    if (first === undefined || !isOut) return [];
    const place = { source: "file", file: found.file, line: first.line, column: 1 } as const;
    const what = {
      program: name,
      package: name,
      file: "Gemfile",
      listed: known(false),
      tool: "bundler" as const,
    };
    return [{ kind: "requirement", ...subjectOf(project), place, ...what }];
  });
}

function leftOut(project: Project): readonly string[] {
  const image = imageOf(project);
  if (image !== undefined) {
    const said = WITHOUT.map((form) => form.exec(image.text)?.[1]).find((one) => one !== undefined);
    return said?.split(/[\s:,]+/).filter((one) => one !== "") ?? [];
  }
  const isSet = factsOf(project.facts, "variable").some(({ name }) => name === "BUNDLE_WITHOUT");
  const isHeroku = factsOf(project.facts, "platform").some(({ platform }) => platform === "heroku");
  return isHeroku && !isSet ? OF_HEROKU : [];
}

/** Whether production's database is PostgreSQL, as config/database.yml alone says. */
function connects(project: Project): boolean {
  const text = fileOfProject(project, "config/database.yml")?.text.replaceAll(/#.*$/gm, "") ?? "";
  const adapters = [...text.matchAll(/^\s*adapter:\s*["']?(\w+)/gm)].map(([, name]) => name);
  return adapters.length > 0 && adapters.every((name) => name === "postgresql");
}

interface Gem {
  readonly name: string;
  readonly line: number;
  readonly groups: readonly string[];
}

const BLOCK = /^\s*(?:group|platforms?|source|path|git|install_if|if|unless|case)\b/;
const GROUP = /^\s*group[\s(]+((?::\w+(?:\s*,\s*)?)+)\)?.*\bdo\b/;

/** The gems of a Gemfile with their groups; one that no group is around has none. */
function gemsOf(text: string): readonly Gem[] {
  const open: (readonly string[])[] = [];
  return text.split(/\r?\n/).flatMap((written, index): readonly Gem[] => {
    const line = written.replace(/(?:^|\s)#.*$/, "");
    if (/^\s*end\b/.test(line)) open.pop();
    else if (BLOCK.test(line) && /\bdo\b|^\s*(?:if|unless|case)\b/.test(line))
      open.push(symbolsIn(GROUP.exec(line)?.[1] ?? ""));
    const [, name, rest = ""] = /^\s*gem[\s(]+["']([\w-]+)["'](.*)$/.exec(line) ?? [];
    if (name === undefined) return [];
    const own = /\bgroups?(?::|\s*=>)\s*(\[[^\]]*\]|:\w+)/.exec(rest)?.[1] ?? "";
    return [{ name, line: index + 1, groups: [...open.flat(), ...symbolsIn(own)] }];
  });
}

const symbolsIn = (text: string): readonly string[] =>
  [...text.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);
