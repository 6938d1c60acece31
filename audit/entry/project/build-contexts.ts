import path from "node:path";
import { factsOf } from "../../../domain";
import { fileOf, folderOf, foldersAbove, IMAGE_FILE } from "../../services/service-folders";
import type { Project } from "./project";

/** An image, and the folders that it may be built from as one source says. */
export interface BuiltImage {
  readonly file: string;
  readonly contexts: readonly string[];
  /** What is built of: what git has and nothing else, a folder of a machine, or nothing says of what. */
  readonly of: "commit" | "folder" | "unsaid";
}

/** Manifests whose build starts from another folder where the command that deploys says so. */
const BY_COMMAND = /(?:^|\/)(?:fly[\w.-]*\.toml|railway\.(?:toml|json)|heroku\.yml)$/;

/** The images that a service is built as, by what each manifest says; by a Dockerfile's own place where none does. */
export function builtImages(project: Project): readonly BuiltImage[] {
  const { start, facts, repository } = project;
  const own = IMAGE_FILE.test(fileOf(start)) ? [fileOf(start)] : [];
  const platforms = factsOf(facts, "platform").filter(({ imageContexts }) => imageContexts !== undefined);
  const ofPlatform = platforms.map(({ imageFile, imageContexts: contexts = [], rootDirectory = "" }) => {
    const name = imageFile ?? "Dockerfile";
    const places = [name, path.posix.join(rootDirectory, name)];
    const file = places.find((one) => own.includes(one)) ?? places.find((one) => repository.has(one)) ?? "";
    return { file, contexts, of: "commit" } as const;
  });
  const built = factsOf(facts, "build").map((fact): BuiltImage => {
    const { imageFile: file, folder } = fact;
    const manifest = fileOf(fact);
    if (!BY_COMMAND.test(manifest)) return { file, contexts: [folder], of: "folder" };
    return {
      file,
      contexts: around(file, folder),
      of: manifest.endsWith("heroku.yml") ? "commit" : "unsaid",
    };
  });
  const named = [...ofPlatform, ...built];
  if (platforms.length > 0 || named.some(({ file }) => own.includes(file))) return named;
  return own.map((file) => ({ file, contexts: around(file), of: "unsaid" }));
}

function around(file: string, ...more: readonly string[]): readonly string[] {
  return [...new Set([...more, ...foldersAbove(folderOf(file))])];
}
