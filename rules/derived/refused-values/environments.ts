import type { Row } from "./row";

const NODE: Row = {
  names: /^NODE_ENV$/,
  refused: (value) =>
    /^prod$|^production$/i.test(value) && value !== "production"
      ? {
          expected: "`production`, in small letters",
          got: "another word, which libraries take for development",
          fix: "Write `production`.",
          unless: "the code may compare it otherwise",
        }
      : undefined,
};

/** Rails loads config/environments/ by the name as it is written. */
const RAILS: Row = {
  names: /^RAILS_ENV$/,
  refused: (value) => {
    if (value === "prod")
      return {
        expected: "`production`, as Rails calls it",
        got: "another word, for which a new application has neither a configuration nor a database",
        fix: "Write `production`.",
        unless: "the team may have written config/environments/prod.rb",
      };
    return /^(?:production|staging|development|test)$/i.test(value) && value !== value.toLowerCase()
      ? {
          expected: "an environment in small letters",
          got: "one with capitals, of which Rails has no file",
          fix: `Write \`${value.toLowerCase()}\`.`,
        }
      : undefined;
  },
};

/** A platform's variable is a text, and no shell has read it. */
const PATHS: Row = {
  names: /^(?:PATH|LD_LIBRARY_PATH|PYTHONPATH|NODE_PATH|GEM_PATH|CLASSPATH)$/,
  refused: (value) => {
    if (/\$[A-Z]/.test(value))
      return {
        expected: "whole paths",
        got: "another variable's name, which nothing replaces",
        fix: "Write the paths, or set the variable in the command.",
        unless: "what starts the command may replace it",
      };
    return /;/.test(value)
      ? {
          expected: "colons between the paths",
          got: "semicolons, as Windows has them",
          fix: "Write `:`.",
          unless: "a folder may have that name",
        }
      : undefined;
  },
};

export const ENVIRONMENT_VALUES: readonly Row[] = [NODE, RAILS, PATHS];
