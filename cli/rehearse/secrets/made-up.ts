import type { StackFile } from "../../stacks/stack-file";
import type { GivenSecrets } from "./env-file";

const OF_SERVICES = /^portcullis:(?:environment|(?:service|services\.[^.]+)\.environment)\.(.+)$/;

/**
 * One sentence where variables of a stack's services are secrets of which a rehearsal has made the values up: a failure may
 * come from that alone.
 *
 * @param alone the names of what the stack gives its services in a rehearsal alone
 */
export function madeUpIn(
  { secretPlaces }: Pick<StackFile, "secretPlaces">,
  given: GivenSecrets,
  alone: readonly string[],
): string | undefined {
  const names = secretPlaces.flatMap((place) => {
    const name = OF_SERVICES.exec(place)?.[1];
    return name === undefined || given.has(place) || alone.includes(name) ? [] : [name];
  });
  if (names.length === 0) return undefined;
  const all = [...new Set(names)];
  return (
    `Made up for this rehearsal: ${all.join(", ")}. If the failure comes from that, read values with \`--env-file FILE\`, ` +
    "or type under `portcullis:rehearsal.variables` of the stack file what a rehearsal alone gets."
  );
}
