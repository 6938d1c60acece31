import { factsOf } from "../../domain";
import { isManifestOf } from "../../platforms";
import { FLY } from "../../platforms/fly";
import type { FolderFacts } from "../read-folder";
import type { Repository } from "../reader";
import { TomlTree } from "../readers/syntax/toml";
import { nodeAt } from "../readers/syntax/tree";
import { fileOf, folderOf } from "../services/service-folders";
import type { DeclaredService } from "./declared-service";
import { nearestRegion } from "./fly-regions";

/** What Fly's manifests say of the services of their folders, in the words of a stack file. */
export function withFly(
  services: readonly DeclaredService[],
  { walked }: FolderFacts,
  repository: Repository,
): readonly DeclaredService[] {
  const said = manifestsIn(walked, repository).map(({ file, tree }) => ({
    folder: folderOf(file),
    ...saidIn(tree),
  }));
  return services.map((service) => {
    const { region, preDeploy } = said.find(({ folder }) => folder === service.folder) ?? {};
    const more = {
      ...(region !== undefined && { region }),
      ...(preDeploy !== undefined && service.kind === "web" && { preDeploy }),
    };
    return { ...service, stated: { ...more, ...service.stated } };
  });
}

function saidIn(tree: TomlTree): Pick<DeclaredService["stated"], "region" | "preDeploy"> {
  const at = tree.value(tree.root, "primary_region");
  const code = tree.text(at)?.trim().toLowerCase() ?? "";
  const region = nearestRegion(code);
  const command = nodeAt(tree, tree.root, "deploy", "release_command");
  const release = tree.text(command);
  const place = tree.place(at, "primary_region");
  return {
    ...(region !== undefined && { region: { value: region, place, instead: `the nearest to \`${code}\`` } }),
    ...(release !== undefined &&
      release.trim() !== "" && {
        preDeploy: { value: release, place: tree.place(command, "deploy.release_command") },
      }),
  };
}

/** The process groups of Fly's manifests beside the one that serves: each of them is a worker. */
export function workersOfFly(
  { walked, facts }: FolderFacts,
  repository: Repository,
): readonly DeclaredService[] {
  return manifestsIn(walked, repository).flatMap(({ file, tree }) => {
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

interface Manifest {
  readonly file: string;
  readonly tree: TomlTree;
}

function manifestsIn({ files }: FolderFacts["walked"], repository: Repository): readonly Manifest[] {
  return files
    .filter((file) => isManifestOf(FLY, file))
    .flatMap((file) => {
      const text = repository.text(file);
      const tree = text === undefined ? undefined : TomlTree.parse({ path: file, text });
      return tree instanceof TomlTree ? [{ file, tree }] : [];
    });
}
