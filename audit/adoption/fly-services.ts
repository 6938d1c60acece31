import { factsOf } from "../../domain";
import { isManifestOf } from "../../platforms";
import { FLY } from "../../platforms/fly";
import type { FolderFacts } from "../read-folder";
import type { Repository } from "../reader";
import { TomlTree } from "../readers/syntax/toml";
import { fileOf, folderOf } from "../services/service-folders";
import type { DeclaredService } from "./declared-service";

/** The process groups of Fly's manifests beside the one that serves: each of them is a worker. */
export function workersOfFly(
  { walked, facts }: FolderFacts,
  repository: Repository,
): readonly DeclaredService[] {
  return walked.files
    .filter((file) => isManifestOf(FLY, file))
    .flatMap((file) => {
      const text = repository.text(file);
      const tree = text === undefined ? undefined : TomlTree.parse({ path: file, text });
      if (!(tree instanceof TomlTree)) return [];
      const groups = tree.entries(tree.value(tree.root, "processes"));
      const served = factsOf(facts, "start-command").find((fact) => fileOf(fact) === file)?.place;
      const serving = served?.source === "file" ? served.key : undefined;
      if (serving === undefined) return [];
      return groups.flatMap(({ key, value }): readonly DeclaredService[] => {
        const command = tree.text(value);
        if (`processes.${key}` === serving || command === undefined || command.trim() === "") return [];
        const start = { value: command, place: tree.place(value, `processes.${key}`) };
        return [
          { name: key, environment: undefined, kind: "worker", folder: folderOf(file), stated: { start } },
        ];
      });
    });
}
