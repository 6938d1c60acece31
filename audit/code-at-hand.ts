import { type Fact, unknown } from "../domain";
import type { PlaceOfField, ServiceOfCode } from "../domain/service-of-code";
import { isUnreachable } from "../domain/start-command";
import { DECLARED, fieldAt, manifestOf } from "./declared-manifest";
import { factsByFile, withEntry } from "./entry/with-entry";
import { environmentsOf } from "./environments/environments";
import type { Checkout } from "./git/checkout";
import type { Repository } from "./reader";
import { DOCKERFILE } from "./readers/dockerfile/reader";
import { JAVASCRIPT } from "./readers/javascript/reader";
import { LISTENER_READER } from "./readers/listeners/reader";
import { PACKAGE_JSON } from "./readers/package-json/reader";
import { PROJECT_MANIFEST } from "./readers/project-manifest/reader";
import { PYTHON } from "./readers/python/reader";
import { RENDER_YAML } from "./readers/render-yaml/reader";
import { withImageServices } from "./services/image-services";
import { filesOfPrograms, withoutPrograms } from "./services/pulumi-programs";
import { fileOf, IMAGE_FILE } from "./services/service-folders";
import { groupByService } from "./services/services";
import { withTargetStages } from "./services/target-stages";
import { unsureIf, whyFromElsewhere } from "./unsure-code";
import { readFiles } from "./walk/read-files";
import { repositoryOf } from "./walk/repository";
import { walk } from "./walk/walk";

/** Who reads the files says nothing of a deployment: no env file, no compose file, no other platform's manifest. */
const READERS = [DOCKERFILE, PYTHON, JAVASCRIPT, LISTENER_READER, PACKAGE_JSON, PROJECT_MANIFEST];

/** The repository around a folder, read once, for services that are built from it. */
export class CodeAtHand {
  private read: ReturnType<CodeAtHand["readAll"]> | undefined;

  constructor(private readonly checkout: Checkout) {}

  /**
   * What the repository says of a service: start commands to their end, ports and hosts of the code that they reach, ports
   * and variables of its image; what its commands, folders and paths name and the repository does not have. What is said of
   * a field of the service itself has the field's place. Undefined where the repository around the folder is not the service's.
   */
  of(service: ServiceOfCode, at: PlaceOfField): readonly Fact[] | undefined {
    const top = this.checkout.topOf(service.repository);
    if (top === undefined) return undefined;
    this.read ??= this.readAll(top);
    const { paths, repository: files, facts, declare } = this.read;
    if (isInSubmodule(service, paths)) return undefined;
    const text = manifestOf(service);
    declare(text);
    const declared = RENDER_YAML.read({ path: DECLARED, text }, files).facts;
    const all = [...facts.map((fact) => withOpenHost(fact, service)), ...declared];
    const mayBeOf = partOf(service, paths);
    const services = groupByService(
      withImageServices(withTargetStages(all.filter(mayBeOf), files)),
      [...paths, DECLARED],
      "",
    );
    const code = { repository: files, byFile: factsByFile(all) };
    const why = this.checkout.whyPartial(service.branch) ?? whyFromElsewhere(service, paths);
    // Whatever else is missing follows from it.
    const lost = declared.filter(isRoot);
    if (lost.length > 0)
      return lost.flatMap((fact) => stated(fact, service, at)).flatMap((fact) => unsureIf(fact, why));
    return services
      .filter((one) => one.facts.some((fact) => fileOf(fact) === DECLARED))
      .flatMap((one) => environmentsOf(one).map((environment) => withEntry(environment, one.folder, code)))
      .flatMap((one) => one.facts.flatMap((fact) => stated(fact, service, at)))
      .flatMap((fact) => unsureIf(fact, why));
  }

  private readAll(top: string) {
    const all = walk(top, {}).files;
    const whole = repositoryOf(top, all);
    const { facts } = readFiles(all, READERS, whole);
    const programs = filesOfPrograms(all, facts, whole);
    const paths = all.filter((file) => !programs.has(file) && file !== DECLARED);
    return {
      paths,
      ...withDeclared(repositoryOf(top, paths)),
      facts: programs.size === 0 ? facts : withoutPrograms(facts, programs),
    };
  }
}

/** The repository with the manifest of the service that is asked for, in place of a file of its name. */
function withDeclared(repository: Repository) {
  let declared = "";
  const declare = (text: string): void => {
    declared = text;
  };
  const text = (file: string): string | undefined => (file === DECLARED ? declared : repository.text(file));
  return { repository: { ...repository, text, isWhole: true } as const, declare };
}

/** A host from a variable that the service does not set itself: an env group may, and then the code's own is not taken. */
function withOpenHost(fact: Fact, { variables }: ServiceOfCode): Fact {
  if (fact.kind !== "bind" || fact.from === undefined) return fact;
  const { variable, otherwise } = fact.from;
  if (variables.has(variable) || otherwise === undefined || !isUnreachable(otherwise)) return fact;
  const { from: _, ...rest } = fact;
  return {
    ...rest,
    host: unknown(`the service does not set ${variable} itself, and without it the host is ${otherwise}`),
  };
}

/** How a service listens, and what its commands, folders and paths name. */
const KINDS: readonly Fact["kind"][] = [
  "port",
  "bind",
  "application",
  "requirement",
  "missing-file",
  "missing-script",
  "routes",
  "runtime",
  "lock-drift",
  "misspelt-import",
];

function stated(fact: Fact, { variables }: ServiceOfCode, at: PlaceOfField): readonly Fact[] {
  const { service: _, environment: __, ...itself } = fact;
  const field = fileOf(fact) === DECLARED ? (fieldAt(fact.place) ?? variableAt(fact)) : undefined;
  const moved = { ...itself, ...(field !== undefined && { place: at(field) }) } as Fact;
  if (fileOf(fact) === DECLARED) {
    // The tool that builds a site.
    if (fact.kind === "platform") return fact.built === undefined ? [] : [moved];
    // The program states by itself what it declares.
    return field !== undefined && OF_DECLARED.includes(fact.kind) ? [moved] : [];
  }
  // Code that reads PORT opens what the service sets.
  const readsPort = fact.kind === "wanted-variable" && fact.name === "PORT";
  if (readsPort || fact.kind === "start-command" || fact.kind === "driver" || KINDS.includes(fact.kind))
    return [itself as Fact];
  // What the platform sets wins over the image's own.
  const isOfImage = fact.kind === "variable" && IMAGE_FILE.test(fileOf(fact)) && !variables.has(fact.name);
  return isOfImage ? [itself as Fact] : [];
}

/** The variable of the service that says which version of its language it gets. */
function variableAt({ kind, place }: Fact): { readonly variable: string } | undefined {
  const key = place.source === "file" ? place.key : undefined;
  return kind === "runtime" && key !== undefined ? { variable: key } : undefined;
}

const OF_DECLARED: readonly Fact["kind"][] = ["start-command", ...KINDS.filter((kind) => kind !== "port")];

/**
 * Which facts may be the service's by their files: no image's of a native runtime, and no code outside of its root directory,
 * unless what it starts reaches it.
 */
function partOf({ runtime, rootDirectory = "" }: ServiceOfCode, paths: readonly string[]) {
  const root = `${rootDirectory.replace(/^\.?\/|\/+$/g, "")}/`;
  const isHere = root !== "/" && root !== "./" && paths.some((file) => file.startsWith(root));
  return (fact: Fact): boolean => {
    const file = fileOf(fact);
    if (file === DECLARED) return true;
    return IMAGE_FILE.test(file) ? runtime === "docker" : !isHere || file.startsWith(root);
  };
}

/** A submodule that is not fetched is an empty folder, or none. */
function isInSubmodule({ rootDirectory = "" }: ServiceOfCode, paths: readonly string[]): boolean {
  const root = rootDirectory.replace(/^\.?\/|\/+$/g, "");
  return root !== "" && paths.includes(".gitmodules") && !paths.some((file) => file.startsWith(`${root}/`));
}

const isRoot = (fact: Fact): boolean =>
  fact.kind === "missing-file" && /^(?:rootDir|dockerContext)$/.test(fact.command);
