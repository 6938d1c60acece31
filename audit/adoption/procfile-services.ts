import path from "node:path";
import { PROCFILE_NAME } from "../../platforms/heroku";
import type { Repository } from "../reader";
import { processesOf } from "../readers/procfile/processes";
import { folderOf } from "../services/service-folders";
import type { DeclaredService } from "./declared-service";

/** Processes that run once, before a release or on demand, and are no service. */
const NO_SERVICE = ["console", "shell", "postdeploy", "migrate"];

/** The processes of Procfiles: `web` listens, `release` runs before each deploy, and each other one is a worker. */
export function servicesOfProcfiles(
  paths: readonly string[],
  repository: Repository,
  rootName: string,
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
        const called = web ? (folder === "" ? rootName : path.posix.basename(folder)) : name;
        return [{ name: called, environment: undefined, kind: web ? "web" : "worker", folder, stated }];
      });
    });
}
