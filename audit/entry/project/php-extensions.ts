import { type Fact, factsOf } from "../../../domain";
import { hasHeredoc, parsedDockerfile } from "../../readers/dockerfile/parsed";
import { baseImage, lastImage } from "../../readers/dockerfile/stages";
import { fileOfProject, imageOf, type Project, placeOfInstruction, subjectOf } from "./project";

/** Docker's own images of PHP, which have no driver of PostgreSQL (hub.docker.com/_/php, 30 November 2026). */
const PHP = /^(?:docker\.io\/)?(?:library\/)?php:[\w.-]+$/;
/** What brings the driver, or may. */
const BRINGS =
  /pgsql|install-php-extensions|\.sh\b|\bmake\b|php-extension-installer|--from=(?!composer|build|vendor|assets|node|frontend)/i;

/** Laravel or Doctrine that is given PostgreSQL, in an image without PHP's driver of it: each query ends with `could not find driver`. */
export function phpExtensions(project: Project): readonly Fact[] {
  const image = imageOf(project);
  const composer = fileOfProject(project, "composer.json")?.text ?? "";
  if (image === undefined || hasHeredoc(image.text)) return [];
  const { instructions } = lastImage(parsedDockerfile(image.text).getInstructions());
  const [from] = instructions;
  if (from === undefined || !PHP.test(baseImage(instructions))) return [];
  const built = instructions.map((one) => one.getRawArgumentsContent() ?? "").join("\n");
  if (BRINGS.test(`${built}\n${image.text.replaceAll(/^\s*#.*$/gm, "")}`)) return [];
  const by = asksPostgres(composer, project.facts);
  if (by === undefined) return [];
  const place = placeOfInstruction(image.file, from);
  return [
    {
      kind: "unmet-need",
      ...subjectOf(project),
      place,
      of: "extension of PHP",
      by,
      instead: baseImage(instructions),
    },
  ];
}

/** The variable that gives Laravel or Doctrine a database of PostgreSQL. */
function asksPostgres(composer: string, facts: readonly Fact[]): string | undefined {
  const asked = factsOf(facts, "variable").find(({ name, value }) => {
    if (!value.known) return false;
    if (name === "DB_CONNECTION") return value.value === "pgsql" && composer.includes("laravel/framework");
    const isUrl = /^(?:postgres|postgresql|pgsql):\/\//.test(value.value);
    return name === "DATABASE_URL" && isUrl && composer.includes("doctrine/");
  });
  return asked?.name;
}
