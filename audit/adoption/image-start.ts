import type { Place } from "../../domain";
import type { Repository } from "../reader";
import { IMAGE_FILE } from "../services/service-folders";

/** Whether an image comes to the command through a file that it starts, which it does by itself at Render too. */
export function isLedTo(command: string, place: Place, repository: Repository): boolean {
  if (place.source !== "file" || !IMAGE_FILE.test(place.file)) return false;
  const [program = ""] = command.split(/\s+/);
  const starts =
    (repository.text(place.file) ?? "").match(/^\s*(?:CMD|ENTRYPOINT)\b(?:.*\\\r?\n)*.*/gim) ?? [];
  return !starts.some((one) => one.includes(program));
}
