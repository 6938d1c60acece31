import { realpathSync } from "node:fs";
import { type Fact, type Place, unknown } from "../domain";
import { sameRepository } from "../domain/repository-address";
import type { ServiceOfCode } from "../domain/service-of-code";
import { isUnreachable } from "../domain/start-command";
import { factsByFile, withEntry } from "./entry/with-entry";
import { environmentsOf } from "./environments/environments";
import { type GitRepository, remotesOf, repositoryAround } from "./git/repository";
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
import { readFiles } from "./walk/read-files";
import { repositoryOf } from "./walk/repository";
import { walk } from "./walk/walk";

/** Who reads the files says nothing of a deployment: no env file, no compose file, no other platform's manifest. */
const READERS = [DOCKERFILE, PYTHON, JAVASCRIPT, LISTENER_READER, PACKAGE_JSON, PROJECT_MANIFEST];
/** The declared service as Render's own manifest would state it; no file of the repository. */
const DECLARED = "render.yaml";
const NAME = "declared";

/** The repository around a folder, read once, for services that are built from it. */
export class CodeAtHand {
  private around: { readonly repository?: GitRepository; readonly remotes: readonly string[] } | undefined;
  private read: ReturnType<CodeAtHand["readAll"]> | undefined;

  constructor(private readonly folder: string) {}

  /**
   * What the repository says of how a service starts and listens: start commands to their end, ports and hosts of the
   * code that they reach, ports and variables of its image. A command of the service itself has the place `at`.
   * Undefined where the repository around the folder is not the service's.
   */
  of(service: ServiceOfCode, at: Place): readonly Fact[] | undefined {
    const repository = this.repositoryOf(service.repository);
    if (repository === undefined) return undefined;
    this.read ??= this.readAll(repository.top);
    const { paths, repository: files, facts } = this.read;
    const text = manifestOf(service);
    const declared = RENDER_YAML.read({ path: DECLARED, text }, files).facts;
    const all = [...facts.map((fact) => withOpenHost(fact, service)), ...declared];
    const services = groupByService(
      withImageServices(withTargetStages(all, files)),
      [...paths, DECLARED],
      "",
    );
    const code = { repository: files, byFile: factsByFile(all) };
    const started = services
      .filter((one) => one.facts.some((fact) => fileOf(fact) === DECLARED))
      .flatMap((one) => environmentsOf(one).map((environment) => withEntry(environment, one.folder, code)));
    return started.flatMap((one) => one.facts.flatMap((fact) => stated(fact, service, at)));
  }

  private repositoryOf(address: string): GitRepository | undefined {
    this.around ??= this.lookAround();
    const { repository, remotes } = this.around;
    return remotes.some((remote) => sameRepository(remote, address)) ? repository : undefined;
  }

  private lookAround() {
    const repository = repositoryAround(realpathSync(this.folder));
    return repository === undefined ? { remotes: [] } : { repository, remotes: remotesOf(repository) };
  }

  private readAll(top: string) {
    const all = walk(top, {}).files;
    const whole = repositoryOf(top, all);
    const { facts } = readFiles(all, READERS, whole);
    const programs = filesOfPrograms(all, facts, whole);
    if (programs.size === 0) return { paths: all, repository: whole, facts };
    const paths = all.filter((file) => !programs.has(file));
    return { paths, repository: repositoryOf(top, paths), facts: withoutPrograms(facts, programs) };
  }
}

/** YAML takes JSON as it is. */
function manifestOf(service: ServiceOfCode): string {
  const { type, runtime, rootDirectory, startCommand, dockerfilePath, dockerContext, variables } = service;
  const command = runtime === "docker" ? "dockerCommand" : "startCommand";
  return JSON.stringify({
    services: [
      {
        type: type === "private" ? "pserv" : type,
        name: NAME,
        runtime,
        rootDir: rootDirectory,
        [command]: startCommand,
        dockerfilePath,
        dockerContext,
        envVars: [...variables].map(([key, value]) => ({ key, value })),
      },
    ],
  });
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

const KINDS: readonly Fact["kind"][] = ["port", "bind", "start-command"];

function stated(fact: Fact, { variables }: ServiceOfCode, at: Place): readonly Fact[] {
  const { service: _, environment: __, ...itself } = fact;
  if (fact.kind === "start-command" && fileOf(fact) === DECLARED) return [{ ...itself, place: at } as Fact];
  if (fileOf(fact) === DECLARED) return [];
  // Code that reads PORT opens what the service sets.
  const readsPort = fact.kind === "wanted-variable" && fact.name === "PORT";
  if (readsPort || KINDS.includes(fact.kind)) return [itself as Fact];
  // What the platform sets wins over the image's own.
  const isOfImage = fact.kind === "variable" && IMAGE_FILE.test(fileOf(fact)) && !variables.has(fact.name);
  return isOfImage ? [itself as Fact] : [];
}
