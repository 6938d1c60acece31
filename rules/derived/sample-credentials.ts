import { type Fact, factsOf } from "../../domain/fact";
import { placeholderIn } from "../../domain/placeholder";
import { placeOfValue } from "../../domain/placeholder-place";
import { isOfTest } from "../../domain/placeholder-samples";
import type { Verdict } from "../../domain/rule";

/** `scheme://user:password@host.name`: user and password as manuals write them, and some test servers have them. */
const OF_MANUAL =
  /^["']?[a-z][a-z0-9+.-]*:\/\/(?:user|username|dbuser|db_user):(?:pass|password|passwd|pwd|dbpassword|db_password)@[^/?#]*\.[a-z]/i;

/** What everybody tries first; a server of tests may have it, and so may one in a network of its own. */
const GUESSED =
  /^(?:admin|root|user|guest|dev|develop(?:ment)?|local|prod|test|demo|abc123|letmein|welcome|qwerty|password|pass|secret|changeme|hunter2)(?:[-_]?\d{1,4})?!?$|^12345(?:6(?:7(?:8(?:90?)?)?)?)?$/i;

/** URLs and secrets of which it is not known whether someone filled them in. */
export function sampleCredentials(facts: readonly Fact[]): Verdict {
  const open = factsOf(facts, "variable").flatMap(({ place, name, value }) => {
    if (place.source !== "resource" || !value.known) return [];
    const text = value.value.trim();
    const why = OF_MANUAL.test(text)
      ? "user and password are those of a manual's example, and a server of tests may have them"
      : placeOfValue(name) === "secret" && GUESSED.test(text) && !isOfTest(text, name)
        ? `${name} holds what everybody tries first`
        : undefined;
    return why === undefined || placeholderIn(value.value, name) !== undefined ? [] : [{ place, why }];
  });
  return { violations: [], undecided: open };
}
