import { type Fact, factsOf } from "../../domain/fact";
import { placeholderIn } from "../../domain/placeholder";
import type { Verdict } from "../../domain/rule";

/** `scheme://user:password@host.name`: user and password as manuals write them, and some test servers have them. */
const OF_MANUAL =
  /^["']?[a-z][a-z0-9+.-]*:\/\/(?:user|username|dbuser|db_user):(?:pass|password|passwd|pwd|dbpassword|db_password)@[^/?#]*\.[a-z]/i;

/** URLs of which it is not known whether someone filled them in. */
export function sampleCredentials(facts: readonly Fact[]): Verdict {
  const open = factsOf(facts, "variable").filter(
    ({ place, name, value }) =>
      place.source === "resource" &&
      value.known &&
      OF_MANUAL.test(value.value.trim()) &&
      placeholderIn(value.value, name) === undefined,
  );
  const why = "user and password are those of a manual's example, and a server of tests may have them";
  return { violations: [], undecided: open.map(({ place }) => ({ place, why })) };
}
