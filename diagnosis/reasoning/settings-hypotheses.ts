import type { LogReading } from "../log/log-reading";
import { type Hypothesis, hypothesisOf } from "./hypothesis";
import { inOrder } from "./listeners";

/** What a list names as missing comes before what it names as wrong. */
export function listedHypotheses({ listed }: LogReading): readonly Hypothesis[] {
  const missing = listed.filter(({ wrong }) => wrong === "missing");
  const named = missing.length > 0 ? missing : listed;
  const [first] = named;
  const last = named.at(-1);
  if (first === undefined || last === undefined) return [];
  const names = named.map(({ name }) => name).join(", ");
  const lacks = missing.length > 0;
  return [
    {
      mode: lacks ? "configuration/missing-variable" : "configuration/invalid",
      stage: "root",
      certainty: "possible",
      meaning: "the program lists settings that are missing or wrong",
      cause: lacks
        ? `the environment has no ${names}, which the program requires`
        : `the value of ${names} is not one that the program takes`,
      correctiveAction: lacks
        ? `Set ${names} in that environment; a secret in the platform's dashboard.`
        : `Correct ${names} in that environment, as the list says.`,
      rule: lacks ? "environment/missing-variable" : undefined,
      competing: [],
      evidence: named.slice(0, MAX_LISTED).map(({ line, text }) => ({ line, text })),
      first: first.line,
      last: last.line,
      count: 1,
      decisive: false,
      harmsLive: false,
    },
  ];
}

const MAX_LISTED = 4;

/** pydantic's report has two lines that say something: whose it is, and whether a field is missing or wrong. */
export function settingsHypotheses({ matches }: LogReading): readonly Hypothesis[] {
  const seen = (id: string) => matches.find(({ signature }) => signature.id === id);
  const [settings, missing] = [
    seen("pydantic/settings"),
    seen("pydantic/field-missing") ?? seen("pydantic/none-in-value") ?? seen("pydantic/wrong-value"),
  ];
  if (settings === undefined) return [];
  const hypothesis = hypothesisOf(settings);
  if (missing === undefined) return [hypothesis];
  const { evidence, last } = hypothesisOf(missing);
  const told = inOrder([...hypothesis.evidence, ...evidence]);
  return [
    {
      ...hypothesisOf(missing),
      certainty: missing.signature.id === "pydantic/none-in-value" ? "possible" : "certain",
      evidence: told,
      first: hypothesis.first,
      last,
    },
  ];
}
