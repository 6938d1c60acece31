import type { Diagnosis } from "./diagnosis";

/** A diagnosis with the numbers that its lines have in the log, where the log was read in another order. */
export function withNumbers(diagnosis: Diagnosis, numbers: readonly number[] | undefined): Diagnosis {
  if (numbers === undefined) return diagnosis;
  const numbered = <One extends { readonly line: number }>(one: One): One => ({
    ...one,
    line: numbers[one.line - 1] ?? one.line,
  });
  const { evidence, explains, unexplained, exception, alsoBefore } = diagnosis;
  return {
    ...diagnosis,
    evidence: evidence.map(numbered),
    explains: explains.map(numbered),
    unexplained: unexplained.map(numbered),
    exception: exception === undefined ? undefined : numbered(exception),
    ...(alsoBefore !== undefined && { alsoBefore: alsoBefore.map(numbered) }),
  };
}
