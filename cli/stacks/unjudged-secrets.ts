import type { StackFile } from "./stack-file";

const URLS = /^portcullis:(?:databaseUrl|databases\.[^.]+\.url)$/;
const VARIABLES = /^portcullis:(?:(?:service|services\.[^.]+)\.)?environment\./;

/**
 * Secrets of a stack's file whose values rules judge, and of which a command that makes them up has none. The parts of a
 * connection's password are nowhere judged; a URL and a variable's value are.
 *
 * @param given variables whose values the command has been given; a typed URL is made up all the same
 */
export function unjudgedSecrets(
  { secretPlaces }: Pick<StackFile, "secretPlaces">,
  given: ReadonlyMap<string, string> = new Map(),
): readonly string[] {
  return secretPlaces.filter((place) => URLS.test(place) || (VARIABLES.test(place) && !given.has(place)));
}

/**
 * The lines for each stack that has secrets or other stacks which nothing has judged, and what judges them.
 *
 * @param what makes secrets up and has no other stack, such as `a review`
 */
export function unjudgedLines(
  what: string,
  stacks: readonly {
    readonly stack: string;
    readonly notJudged?: readonly string[];
    readonly notCompared?: readonly string[];
  }[],
): readonly string[] {
  const lines = stacks.flatMap(({ stack, notJudged = [], notCompared = [] }) => [
    ...(notJudged.length === 0
      ? []
      : [`${stack}: not judged, since ${what} makes secrets up: ${notJudged.join(", ")}.`]),
    ...(notCompared.length === 0
      ? []
      : [
          `${stack}: its databases are not compared with those of ${notCompared.join(", ")}, since ${what} has no ` +
            "other stack's state.",
        ]),
  ]);
  if (lines.length === 0) return [];
  return [
    ...lines,
    "A preview by `pulumi preview -s STACK --policy-pack policy`, which has the passphrase and the state, judges them.",
  ];
}
