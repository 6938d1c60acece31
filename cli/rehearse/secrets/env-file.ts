import path from "node:path";
import { parse } from "dotenv";
import { nearest } from "../../../domain";
import { CommandError } from "../../exit-code";
import { foundInstead, givenFile } from "../../given-file";
import type { StackFile } from "../../stacks/stack-file";

/** Values of secrets, by their place in the stack file: `portcullis:service.environment.API_KEY`. */
export type GivenSecrets = ReadonlyMap<string, string>;

/** An env file's variables. @throws CommandError where it cannot be read */
export function readEnvFile(file: string): ReadonlyMap<string, string> {
  try {
    return new Map(Object.entries(parse(givenFile(path.resolve(file)))));
  } catch (cause) {
    throw new CommandError(
      `--env-file ${file}: expected a file that can be read, got ${foundInstead(cause)}. ` +
        "Name one with a line `NAME=value` for each secret, or leave --env-file out: secrets are made up then.",
      undefined,
      { cause },
    );
  }
}

/** Secrets of a rehearsal that are its own: an env file does not replace them. */
const ITS_OWN = new Set([
  "render:apiKey",
  "portcullis:databasePassword",
  "portcullis:databaseAdminPassword",
  "portcullis:databaseUrl",
]);

/** The stack's secrets that the env file names, each by the last part of its place; the others are made up. */
export function givenSecrets(
  { secretPlaces }: StackFile,
  variables: ReadonlyMap<string, string>,
): GivenSecrets {
  return new Map(
    secretPlaces.flatMap((place) => {
      const value = variables.get(nameOf(place));
      return value === undefined || ITS_OWN.has(place) ? [] : [[place, value] as const];
    }),
  );
}

/** One sentence for a name of the env file that is close to a secret of no stack that it gives a value to. */
export function slipsOf(
  files: readonly StackFile[],
  variables: ReadonlyMap<string, string>,
): readonly string[] {
  const names = [...new Set(files.flatMap(({ secretPlaces }) => secretPlaces.map(nameOf)))];
  const missing = names.filter((name) => !variables.has(name));
  return [...variables.keys()].flatMap((variable) => {
    const right = names.includes(variable) ? undefined : nearest(variable, missing);
    return right === undefined ? [] : [`${variable} is no secret of a stack. Did you mean ${right}?`];
  });
}

/** `API_KEY` of `portcullis:service.environment.API_KEY`, `apiKey` of `stripe:apiKey`. */
const nameOf = (place: string): string => place.split(/[.:]/).at(-1) ?? place;
