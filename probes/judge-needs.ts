import { type Answer, fail, notDecided } from "./answer";
import { typed } from "./database-access";
import { type ExpectedAccess, isDeclared } from "./expected-access";
import { type NeededRight, neededGrants, neededWords } from "./needed-rights";
import { identified, isClosed, type Relation } from "./relations";
import {
  closedWritesWords,
  isClosedWrite,
  openWritesWords,
  type TriggerWrite,
  writeGrants,
} from "./trigger-writes";

export interface Needs {
  readonly relations: readonly Relation[];
  /** Undefined where the server did not say. */
  readonly needed: readonly NeededRight[] | undefined;
  readonly triggers: readonly TriggerWrite[] | undefined;
}

/**
 * Adds to what the grants come to what statements need beside them. Of a role of which it is declared that it reads, or
 * reads and writes, what is missing for that is a failure, and what a trigger may miss is not decided; of another role
 * both are words.
 */
export function withNeeds(
  role: string,
  answer: Answer,
  needs: Needs,
  { privileges }: ExpectedAccess,
): Answer {
  const { wanted: all, writes } = asked(needs, privileges);
  // A query that leaves that column of a view out goes through, and so does an INSERT without an array or a composite.
  const wanted = all.filter(({ by }) => by !== "view" && by !== "part");
  const [ofViews, parts] = [all.filter(({ by }) => by === "view"), all.filter(({ by }) => by === "part")];
  const closed = writes.filter(isClosedWrite);
  const open = writes.filter((each) => !isClosedWrite(each));
  const unread = needs.needed === undefined || needs.triggers === undefined ? UNREAD : "";
  const views = withGrants(neededWords(role, ofViews), neededGrants(role, ofViews));
  const undecided = wordsOf(views, openWritesWords(role, open), unread);
  const [words, more] = [
    neededWords(role, wanted),
    wordsOf(neededWords(role, parts), closedWritesWords(role, closed)),
  ];
  const grants = neededGrants(role, wanted);
  const writeable = [...neededGrants(role, parts), ...writeGrants(role, closed)];
  if (!isDeclared(privileges) || answer.outcome === "fail") {
    const said = [answer.reason, withGrants(words, grants), withGrants(more, writeable), undecided];
    return { ...answer, reason: said.filter(Boolean).join("; ") };
  }
  const reason = wordsOf(words, more, undecided);
  const correctiveAction = typed([...grants, ...writeable]);
  if (wanted.length > 0) return fail(reason, { correctiveAction });
  if (closed.length + parts.length > 0 && answer.outcome === "pass")
    return notDecided(reason, { correctiveAction });
  return { ...answer, reason: [answer.reason, reason].filter(Boolean).join("; ") };
}

/** For who grants: what the declared privileges have a use for and the role may not, each with what lets it. */
export function closedNeeds(
  role: string,
  needs: Pick<Needs, "needed" | "triggers">,
  privileges: "read" | "read-write",
): readonly string[] {
  const { wanted, writes } = asked({ ...needs, relations: [] }, privileges);
  const closed = writes.filter(isClosedWrite);
  return [
    withGrants(neededWords(role, wanted), neededGrants(role, wanted)),
    withGrants(closedWritesWords(role, closed), writeGrants(role, closed)),
  ].filter(Boolean);
}

const UNREAD = "not decided: what defaults, policies and triggers need, which the server does not say";

/** What the declared privileges have a use for. What is said of a sequence of the schemas is not said again. */
function asked({ relations, needed = [], triggers = [] }: Needs, privileges: ExpectedAccess["privileges"]) {
  if (privileges === "read") return { wanted: needed.filter(({ reads }) => reads), writes: [] };
  const known = new Set(
    privileges === "read-write"
      ? relations.filter((each) => each.sequence && isClosed(each)).map(identified)
      : [],
  );
  return { wanted: needed.filter(({ object }) => !known.has(object)), writes: triggers };
}

const wordsOf = (...words: readonly string[]): string => words.filter(Boolean).join("; ");

const withGrants = (words: string, grants: readonly string[]): string =>
  words === "" ? "" : `${words} (\`${grants.join(" ")}\` lets it)`;
