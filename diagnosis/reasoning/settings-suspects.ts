import type { LogReading } from "../log/log-reading";
import { type Suspect, suspectOf } from "./suspect";

/** pydantic's report has two lines that say something: whose it is, and whether a field is missing or wrong. */
export function settingsSuspects({ sightings }: LogReading): readonly Suspect[] {
  const seen = (id: string) => sightings.find(({ signature }) => signature.id === id);
  const [settings, missing] = [seen("pydantic/settings"), seen("pydantic/field-missing")];
  if (settings === undefined) return [];
  const suspect = suspectOf(settings);
  if (missing === undefined) return [suspect];
  const { evidence, last } = suspectOf(missing);
  const told = [...suspect.evidence, ...evidence].toSorted((one, other) => one.line - other.line);
  return [{ ...suspectOf(missing), certainty: "certain", evidence: told, first: suspect.first, last }];
}
