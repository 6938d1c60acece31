import path from "node:path";
import { type Fact, factsOf, type VariableFact } from "../../../domain";
import { JDBC_VARIABLE } from "../../../domain/jdbc-variable";
import { oncePerPart, oncePerRepository } from "../../once-per-repository";
import type { Repository } from "../../reader";
import { YamlTree } from "../../readers/syntax/yaml";
import { startedWords } from "../wrappers";
import { fileOfProject, type Project, patternOf, subjectOf } from "./project";

/** Variables by which the setting comes in another way. */
const OTHERWISE = /^(?:SPRING_(?:APPLICATION_JSON|CONFIG_\w+)|J(?:AVA_TOOL|DK_JAVA)_OPTIONS)$/;
/** Code that makes a data source of its own, or a URL of JDBC's. */
const MAKES =
  /DataSource(?:Builder|Properties)|Hikari(?:Config|DataSource)|EnvironmentPostProcessor|["']jdbc:|getenv|System\.setProperty|setDefaultProperties/;
const CODE = [".java", ".kt", ".groovy", ".scala"];

/**
 * A variable that JDBC gets as it is, and that a Blueprint takes from a database: its `connectionString` begins with
 * `postgresql://` (render.com/docs/blueprint-spec, read 2026-11-30).
 */
export function jdbcVariables(project: Project): readonly Fact[] {
  const { facts, start, repository } = project;
  const command = start.command.known ? start.command.value : "";
  const program = path.posix.basename(startedWords(command)[0] ?? "");
  const variables = factsOf(facts, "variable");
  const given = variables.filter(({ takenFrom }) => takenFrom?.startsWith("database ") === true);
  if (given.length === 0 || program !== "java" || /datasource|jdbc:/i.test(command)) return [];
  if (!CODE.some((end) => repository.ending(end).length > 0) || variables.some(isOtherwise)) return [];
  // A variable wins over the settings of a profile (docs.spring.io: Externalized Configuration), and code may ask for one.
  if (variables.some(({ name }) => /^SPRING_PROFILES_/.test(name)) && hasProfiles(repository)) return [];
  const handed = handedOn(project, variables);
  return given
    .filter(({ name }) => (JDBC_VARIABLE.test(name) || name === handed) && !isTakenApart(repository, name))
    .map(({ place, name }) => ({
      kind: "unmet-need",
      ...subjectOf(project),
      place,
      of: "scheme of JDBC",
      by: name,
      instead: "the database's `connectionString`, which begins with `postgresql://`",
    }));
}

const isOtherwise = ({ name }: VariableFact): boolean => OTHERWISE.test(name);

/** The variable that the settings of Spring make the data source's URL of, and nothing before it. */
function handedOn(project: Project, variables: readonly VariableFact[]): string | undefined {
  if (variables.some(({ name }) => JDBC_VARIABLE.test(name))) return undefined;
  const { repository } = project;
  // The settings of a profile take the place of these.
  if (PROFILES.some((end) => repository.ending(end).some((file) => /(?:^|\/)application-/.test(file))))
    return undefined;
  const names = ["application.properties", "application.yml", "application.yaml"];
  const found = names.flatMap((name) => {
    const file = fileOfProject(project, `src/main/resources/${name}`);
    return file === undefined ? [] : [settingOf(file.file, file.text)];
  });
  const [value, ...more] = found;
  return more.length > 0 ? undefined : /^\$\{([A-Z]\w*)(?::[^}]*)?\}$/.exec(value ?? "")?.[1];
}

const hasProfiles = oncePerRepository((repository): boolean =>
  CODE.some((end) =>
    repository.ending(end).some((file) => /@Profile\b|Profiles\.of/.test(repository.text(file) ?? "")),
  ),
);

const PROFILES = [".properties", ".yml", ".yaml"];

function settingOf(file: string, text: string): string | undefined {
  if (file.endsWith(".properties")) return /^\s*spring\.datasource\.url\s*[=:]\s*(\S+)\s*$/m.exec(text)?.[1];
  const tree = YamlTree.parse({ path: file, text });
  if (!(tree instanceof YamlTree) || /^---/m.test(text)) return undefined;
  return tree.text(
    ["spring", "datasource", "url"].reduce<unknown>((node, key) => tree.value(node, key), tree.root),
  );
}

/** Whether code or a script may make another URL of it. */
const isTakenApart = oncePerPart((repository: Repository, name: string): boolean => {
  const named = new RegExp(`\\b${patternOf(name)}\\b`);
  const scripts = [
    ...[".sh", ".bash", "Makefile"].flatMap((end) => repository.ending(end)),
    ...["Dockerfile", "Procfile", "entrypoint", "docker-entrypoint"].flatMap((one) => repository.named(one)),
  ];
  const code = CODE.flatMap((end) => repository.ending(end)).filter((file) => !/(?:^|\/)test\//.test(file));
  return (
    scripts.some((file) => named.test(repository.text(file) ?? "")) ||
    code.some((file) => named.test(repository.text(file) ?? name) || MAKES.test(repository.text(file) ?? ""))
  );
});
