import { simpleCommands } from "./shell";

/** Scripts that a package manager runs without the word `run`. */
const WITHOUT_RUN = ["start", "test", "stop", "restart"];

/**
 * The script of package.json that a start command ends with: `preview` of `npm run preview` and of `pnpm preview`.
 * Undefined where it runs none, or runs it in another folder, as of a workspace.
 */
export function scriptOf(text: string): string | undefined {
  const words = simpleCommands(text).at(-1)?.words ?? [];
  const [manager = "", ...rest] = words;
  if (!/^(?:npm|pnpm|yarn|bun)$/.test(manager)) return undefined;
  if (rest.some((word) => /^(?:-w|--workspace.*|--filter.*|-F|--prefix.*|--cwd.*|-C|--dir)$/.test(word)))
    return undefined;
  const [first, second] = rest.filter((word) => !word.startsWith("-"));
  if (first === "run" || first === "run-script") return second;
  if (first === undefined || first === "exec" || first === "dlx" || first === "x") return undefined;
  // Of npm only some scripts have a short form; the others take any script's name for a command.
  return manager === "npm" && !WITHOUT_RUN.includes(first) ? undefined : first;
}
