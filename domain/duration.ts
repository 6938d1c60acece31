/** Milliseconds of each unit. */
const UNITS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 } as const;

export type DurationUnit = keyof typeof UNITS;

/** A duration as people write it, such as `30s`, in milliseconds; undefined for another text, or in another unit. */
export function millisecondsOf(written: string, units: readonly DurationUnit[]): number | undefined {
  const [, count, named] = /^(\d+)([a-z]+)$/.exec(written) ?? [];
  const unit = units.find((each) => each === named);
  return unit === undefined ? undefined : Number(count) * UNITS[unit];
}
