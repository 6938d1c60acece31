import { ConfigurationError, parseConfiguration } from "../../config/parse";
import { databaseSecretPlaces } from "../../config/secrets";
import type { StackConfiguration } from "../../config/stack";
import { CommandError } from "../exit-code";
import type { StackFile } from "./stack-file";
import { databaseSecretKeys } from "./wanted-secrets";

/** A stack file's configuration, as a program reads it. @throws CommandError with every problem */
export function configurationOf({ stack, config, secretKeys, secretPlaces }: StackFile): StackConfiguration {
  const keys = Object.entries(config).filter(([key]) => key.startsWith("portcullis:"));
  const values = Object.fromEntries(keys.map(([key, value]) => [key.slice("portcullis:".length), value]));
  // Which secrets are missing is said by a preview: here the password may come from elsewhere. Those of several
  // databases are made up in the file already.
  const set = secretKeys
    .filter((key) => key.startsWith("portcullis:"))
    .map((key) => key.slice("portcullis:".length));
  const short = databaseSecretKeys(config).map((key) => key.slice("portcullis:".length));
  const secretsSet = [...new Set([...set, ...short])];
  const plain = databaseSecretPlaces(values).filter((place) => !secretPlaces.includes(`portcullis:${place}`));
  try {
    return parseConfiguration({ stack, values, secretsSet, plain });
  } catch (cause) {
    throw cause instanceof ConfigurationError ? new CommandError(cause.message, undefined, { cause }) : cause;
  }
}
