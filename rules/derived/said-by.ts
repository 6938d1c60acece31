import { describePlace } from "../../domain/place";
import type { ExpectedPort } from "./expected-port";

/** How many places a sentence names; all of them are related. */
const NAMED = 3;

/** Which places say a port, as a sentence ends with them. */
export function saidBy({ sources }: ExpectedPort): string {
  const places = new Map(
    sources.map(({ what, fact }) => {
      const at = describePlace(fact.place);
      return [`${what} ${at}`, { what, at }];
    }),
  );
  const named = [...places.values()].slice(0, NAMED);
  const subjects = [...new Set(named.map(({ what }) => what))].map((what) => {
    const all = named.flatMap((one) => (one.what === what ? [one.at] : []));
    return `${what} (${all.join(", ")})`;
  });
  const more = places.size > NAMED ? [`${places.size - NAMED} more`] : [];
  const [last = "", ...before] = [...subjects, ...more].toReversed();
  if (before.length === 0) return `${last} says`;
  return `${before.toReversed().join(", ")} and ${last} say`;
}
