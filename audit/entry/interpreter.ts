/** Among them what reloads a file that it runs: gradio.app/guides/developing-faster-with-reload-mode. */
export const INTERPRETER = /^(?:python[\d.]*|gradio|node|nodejs|tsx|ts-node|ts-node-dev|bun|deno|swc-node)$/;
const VALUED = [
  "-r",
  "--require",
  "--import",
  "--loader",
  "--env-file",
  "-W",
  "-X",
  "--project",
  "-P",
  "--tsconfig",
  "--max-old-space-size",
  "--demo-name",
  "--watch-dirs",
  "--encoding",
];

/** The file or module that an interpreter is given. */
export function interpreted(
  words: readonly string[],
  name: string,
): { readonly file: string; readonly module?: undefined } | { readonly module: string } | undefined {
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    if (word === "-m" && name.startsWith("python")) {
      const module = words[index + 1] ?? "";
      return /^\w+(?:\.\w+)*$/.test(module) ? { module } : undefined;
    }
    if (["-c", "-e", "-p", "--eval", "eval"].includes(word) || /[$\uE000]/.test(word)) return undefined;
    if (VALUED.includes(word)) index += 1;
    else if (!word.startsWith("-") && !/^(?:watch|run)$/.test(word)) return { file: word };
  }
  return undefined;
}
