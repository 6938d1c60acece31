import path from "node:path";
import type { Repository } from "../../reader";

/** The file of the folder that a file of another name is laid over: `compose.dev.yaml` over `compose.yaml`. */
export function baseFileOf(file: string, repository: Repository): string | undefined {
  const folder = path.posix.dirname(file);
  const names = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];
  if (names.includes(path.posix.basename(file))) return undefined;
  return names.map((name) => path.posix.join(folder, name)).find(repository.has);
}
