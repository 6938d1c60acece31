import path from "node:path";
import { factsOf } from "../../domain";
import { PROCFILE_NAME } from "../../platforms/heroku";
import type { Repository } from "../reader";
import { processesOf } from "../readers/procfile/processes";
import { fileOf, folderOf } from "../services/service-folders";
import type { ServiceFacts } from "../services/services";
import type { DeclaredService } from "./declared-service";

/** Processes that run once, before a release or on demand, and are no service. */
const NO_SERVICE = ["console", "shell", "postdeploy", "migrate"];

/**
 * The processes of Procfiles: `web` listens, `release` runs before each deploy, and each other one is a worker.
 *
 * @param auditedAs what an audit calls the service of a Procfile, where it is the only one of that service
 */
export function servicesOfProcfiles(
  paths: readonly string[],
  repository: Repository,
  auditedAs: (file: string) => string | undefined,
): readonly DeclaredService[] {
  return paths
    .filter((file) => PROCFILE_NAME.test(file))
    .flatMap((file) => {
      const processes = processesOf(file, repository.text(file) ?? "");
      const folder = folderOf(file);
      const release = processes.get("release");
      return [...processes].flatMap(([name, start]): readonly DeclaredService[] => {
        if (name === "release" || NO_SERVICE.includes(name)) return [];
        const web = name === "web";
        const stated = { start, ...(web && release !== undefined && { preDeploy: release }) };
        const called = web ? (auditedAs(file) ?? path.posix.basename(folder)) : name;
        return [{ name: called, environment: undefined, kind: web ? "web" : "worker", folder, stated }];
      });
    });
}

/** What the audit calls the service that a Procfile alone starts; that of the root has the name of the root's. */
export function nameOfProcfile(
  file: string,
  services: readonly ServiceFacts[],
  rootName: string,
): string | undefined {
  if (folderOf(file) === "") return services.find(({ folder }) => folder === "")?.name ?? rootName;
  const procfilesOf = ({ facts }: ServiceFacts): ReadonlySet<string> =>
    new Set(
      factsOf(facts, "start-command")
        .map(fileOf)
        .filter((one) => PROCFILE_NAME.test(one)),
    );
  const [only, ...others] = services.filter((service) => procfilesOf(service).has(file));
  return only !== undefined && others.length === 0 && procfilesOf(only).size === 1 ? only.name : undefined;
}
