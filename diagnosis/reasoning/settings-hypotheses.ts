import type { LogReading } from "../log/log-reading";
import { type Hypothesis, hypothesisOf } from "./hypothesis";

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
  const told = [...hypothesis.evidence, ...evidence].toSorted((one, other) => one.line - other.line);
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
