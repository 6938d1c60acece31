import { type Fact, factsOf } from "../../../domain";
import { JAVASCRIPT_LANGUAGE } from "../../readers/javascript/language";
import type { Chain } from "../chain";
import type { Entry } from "../entry";
import { type Project, subjectOf } from "../project/project";
import { startsOf } from "../starts-of";
import { expressRoutes } from "./express-routes";
import { fastifyRoutes } from "./fastify-routes";
import { honoRoutes } from "./hono-routes";
import { nestRoutes } from "./nest-routes";
import { pathsOfPython } from "./python-paths";
import { modulesOf } from "./read-modules";
import { followed } from "./routers";

/** The paths that the started application answers, where all of its code is followed. */
export function routeFacts(project: Project, chain: Chain, { reach }: Entry): readonly Fact[] {
  const { facts, start } = project;
  const asked = factsOf(facts, "health-check").flatMap(({ path }) =>
    path.known && path.value !== undefined && path.value !== "/" ? path.value : [],
  );
  if (
    asked.length === 0 ||
    asked.some((one) => isFile(one, project)) ||
    chain.isFront === true ||
    reach === undefined ||
    reach.open.length > 0
  )
    return [];
  if (startsOf(facts).length !== 1) return [];
  const paths = pathsOfChain(project, chain, [...reach.files]);
  // An application without any route of its own gets them from a place that is not seen.
  return paths === undefined || paths.length === 0
    ? []
    : [{ kind: "routes", ...subjectOf(project), place: start.place, paths }];
}

/** Frameworks by the package that is imported. */
const JAVASCRIPT = [
  { by: "express", read: expressRoutes },
  { by: "fastify", read: fastifyRoutes },
  { by: "hono", read: honoRoutes },
] as const;

/** A page of the name may be answered as a file. */
function isFile(asked: string, { repository }: Project): boolean {
  const name = asked.replace(/\?.*$/, "").split("/").at(-1) ?? "";
  return ["", ".html", ".json", ".txt"].some((end) => repository.named(`${name}${end}`).length > 0);
}

function pathsOfChain(
  project: Project,
  chain: Chain,
  files: readonly string[],
): readonly string[] | undefined {
  const { repository } = project;
  if (chain.end.is === "server") return pathsOfPython(project, chain, files);
  if (chain.end.is !== "file") return undefined;
  const code = files.filter((path) => !path.endsWith(".json"));
  const read = modulesOf(repository, JAVASCRIPT_LANGUAGE, code, /express|NestFactory|fastify|["']hono["']/);
  if (read === undefined) return undefined;
  const { modules, says } = read;
  if (says("NestFactory")) return followed(() => nestRoutes(modules));
  const named = JAVASCRIPT.filter(({ by }) => says(`"${by}"`) || says(`'${by}'`));
  const [only, ...others] = named;
  return others.length > 0 ? undefined : followed(() => (only?.read ?? expressRoutes)(modules));
}
