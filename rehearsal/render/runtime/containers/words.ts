import { quoteWords } from "../../../../domain/shell-words";

/** A line for a shell that hands over to the program. */
export const shellLine = (words: readonly string[]): string => `exec ${quoteWords(words)}`;

/** Where an engine is, for a command that is started with no variables but PATH. */
const WHERE = /^(?:HOME|XDG_RUNTIME_DIR|CONTAINER_HOST|DOCKER_(?:HOST|CONTEXT|CONFIG|CERT_PATH|TLS_VERIFY))$/;

/** A line for a shell that says nothing, and finds its engine without this process's variables. */
export const silentLine = (environment: NodeJS.ProcessEnv, words: readonly string[]): string =>
  `${quoteWords([
    "env",
    ...Object.entries(environment).flatMap(([name, value]) => (WHERE.test(name) ? [`${name}=${value}`] : [])),
    ...words,
  ])} >/dev/null 2>&1`;

/** Quotes, operators, expansions: what only a shell reads. */
const FOR_A_SHELL = /["'\\$`;&|<>(){}*?~#\n]/;

/** A command as a container runs it: its words, or the image's shell where it needs one. */
export const wordsOf = (command: string): readonly string[] =>
  FOR_A_SHELL.test(command) ? ["/bin/sh", "-c", command] : command.split(/\s+/).filter(Boolean);

/** What an engine's own programs read, for a user's logins and this machine's network. */
const ENGINES_OWN =
  /^(?:PATH|HOME|LANG|TMPDIR|USER|DOCKER_\w+|CONTAINERS_\w+|CONTAINER_HOST|BUILDAH_\w+|STORAGE_\w+|XDG_\w+|REGISTRY_AUTH_FILE|SSL_CERT_\w+|(?:https?|no|all)_proxy)$/i;

export const isEnginesOwn = (name: string): boolean => ENGINES_OWN.test(name) || name.startsWith("LD_");

/** The variables of this process that a container engine gets: no secret of another program is among them. */
export const engineEnvironment = (environment: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value !== undefined && ENGINES_OWN.test(name) ? [[name, value]] : [],
    ),
  );

/**
 * Options that give variables by their names alone: the engine takes the values from its own environment. A name that
 * the engine reads itself is given with its value.
 */
export function namedOptions(option: string, variables: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(variables).flatMap(([name, value]) => [
    option,
    isEnginesOwn(name) ? `${name}=${value}` : name,
  ]);
}

/** The engine's environment, with the variables that its options name. */
export const withValues = (
  environment: NodeJS.ProcessEnv,
  variables: Readonly<Record<string, string>>,
): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(variables).filter(([name]) => !isEnginesOwn(name))),
  ...engineEnvironment(environment),
});
