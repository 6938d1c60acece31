import { simpleCommands } from "./shell";

/** Installs what a lock file or a manifest of Node names, and nothing else. */
const NODE_INSTALL =
  /^(?:corepack (?:enable|prepare)\b.*|npm (?:ci|i|install|clean-install)\b.*|yarn(?: install)?(?: --?\S+)*|pnpm (?:i|install)(?: --?\S+)*|bun (?:i|install)(?: --?\S+)*)$/;
/** The same without what only developers and builds need. */
const WITHOUT_DEVELOPMENT = /(?: --omit[= ]dev\b| --(?:production|prod|only=prod\w*)(?: |$))/;
const WITH_DEVELOPMENT = / --(?:(?:include|also)[= ]dev\b|(?:production|prod)[= ]false\b|dev(?: |$))/;
/** What development packages bring: a compiler, a bundler, or the package's own script that runs one. */
const BUILDS =
  /^(?:(?:npx|pnpm|yarn|bunx?|npm exec)(?: (?:exec|dlx|--|-y|--yes))* )?(?:tsc|tsup|vite|nest|webpack|rollup|esbuild|swc|ng|vue-cli-service|react-scripts|turbo|nx)(?: |$)|^(?:npm|pnpm|yarn|bun)(?: run)? build(?:[ :]|$)/;
/** What installs, or may install, packages of Python. */
const PYTHON_INSTALL =
  /\b(?:pip3?|uv|poetry|pdm|pipenv|conda|mamba|hatch|rye|pixi|python3?|make|just|task|invoke|nox|bash|sh|setup|install|bootstrap)\b|\.sh\b|(?:npm|pnpm|yarn|bun) run (?!build\b)/;

const stepsOf = (command: string): readonly string[] =>
  simpleCommands(command).map(({ words }) => words.join(" "));

/** Whether a build does no more than to install Node's packages. */
export const onlyInstalls = (command: string): boolean => {
  const steps = stepsOf(command);
  return steps.length > 0 && steps.every((step) => NODE_INSTALL.test(step));
};

/** Whether nothing of a build can have installed a package of Python. */
export const installsNoPython = (command: string): boolean =>
  command.trim() !== "" &&
  !PYTHON_INSTALL.test(command.replaceAll(/(?:npm|pnpm|yarn|bun) (?:ci|i|install)\b/g, ""));

/** Bun asks for its option alone, and Yarn from 2 on for none: `yarn install --immutable`. */
const READS_NODE_ENV = /^(?:npm|pnpm|yarn(?!.* --immutable))(?: |$)/;

/**
 * The step that builds with packages which the one before it has left out; undefined where there is none.
 *
 * @param nodeEnv what the service sets NODE_ENV to: npm, pnpm and Yarn 1 leave development packages out of production
 */
export function buildsWithoutDevelopment(command: string, nodeEnv?: string): string | undefined {
  const steps = simpleCommands(command).map(({ words, variables }) => ({
    step: words.join(" "),
    isProduction:
      (variables.NODE_ENV ?? (READS_NODE_ENV.test(words.join(" ")) ? nodeEnv : undefined)) === "production",
  }));
  const installs = steps.findIndex(({ step }) => NODE_INSTALL.test(step));
  const installed = steps[installs];
  if (installed === undefined || WITH_DEVELOPMENT.test(installed.step)) return undefined;
  if (!WITHOUT_DEVELOPMENT.test(installed.step) && !installed.isProduction) return undefined;
  return steps.slice(installs + 1).find(({ step }) => BUILDS.test(step))?.step;
}
