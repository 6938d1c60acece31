import path from "node:path";
import { environmentKind } from "../../../domain/environment-name";
import type { Repository } from "../../reader";
import { foldersAbove } from "../../services/service-folders";

export const JSON_FILE = /\.json$/;
/** A file of settings that a person wrote is smaller. */
const MAX_LENGTH = 50_000;

/** The file of JSON that an import means: of a file beside, or what node-config reads. */
export function jsonSettings(repository: Repository, folder: string, wanted: string): string | undefined {
  const file = wanted === "config" ? ofNodeConfig(repository, folder) : besides(folder, wanted);
  const text = file === undefined ? undefined : repository.text(file);
  return text !== undefined && text.length < MAX_LENGTH && isJson(text) ? file : undefined;
}

const besides = (folder: string, wanted: string): string | undefined =>
  /^\.{1,2}\//.test(wanted) && JSON_FILE.test(wanted) ? path.posix.join(folder, wanted) : undefined;

/**
 * node-config's `config/default.json`, where nothing else of the folder is read over it in a deployment: a file of an
 * environment, of an instance or of variables may say otherwise (github.com/node-config/node-config/wiki/Configuration-Files).
 */
function ofNodeConfig(repository: Repository, folder: string): string | undefined {
  const found = foldersAbove(folder === "." ? "" : folder)
    .map((above) => path.posix.join(above, "config"))
    .find((at) => repository.has(`${at}/default.json`));
  if (found === undefined) return undefined;
  const others = repository.below(found, "").filter((file) => {
    const name = path.posix.basename(file);
    const isOfDeveloper = /^(?:development|test)$/.test(environmentKind(name.replace(/\.\w+$/, "")) ?? "");
    return (
      path.posix.dirname(file) === found &&
      name !== "default.json" &&
      !(isOfDeveloper && !/^local/.test(name))
    );
  });
  return others.length > 0 ? undefined : `${found}/default.json`;
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
}
