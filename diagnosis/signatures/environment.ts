import type { Signature } from "../signature";

/** What says by its own form that a variable of the environment is not there: the language's or a library's words. */
export const ENVIRONMENT_SIGNATURES: readonly Signature[] = [
  {
    id: "env/required",
    mode: "configuration/missing-variable",
    meaning: "a variable that the program requires has no value",
    pattern:
      /could not fetch environment variable "(?<name>\w+)" because it is not set|RuntimeError\) environment variable (?<name2>[A-Z][A-Z0-9_]+) is missing|required key (?<name3>\w+) missing value|required environment variable "(?<name4>[^"]+)" is not set|UndefinedValueError: (?<name5>\w+) not found|required variable (?<name6>\w+) is missing a value/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    rule: "environment/missing-variable",
    cause: "the environment has no {name}, which the program requires",
    correctiveAction: "Set {name} in that environment; a secret in the platform's dashboard.",
    source:
      "elixir: System.fetch_env!; kelseyhightower/envconfig; caarlos0/env; HBNetwork/python-decouple; docker/compose: interpolation",
    example: '** (System.EnvError) could not fetch environment variable "STRIPE_KEY" because it is not set',
    examples: [
      "** (RuntimeError) environment variable DATABASE_URL is missing.",
      "required key DATABASE_URL missing value",
      'env: required environment variable "JWT_SECRET" is not set',
      "decouple.UndefinedValueError: SECRET_KEY not found. Declare it as envvar or define a default value.",
    ],
    nearMiss: "the environment variable STRIPE_KEY is set",
  },
];
