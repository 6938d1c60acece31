/** When a stack may be promoted to: from one time of the day to another, on days of the week. */
export interface PromotionWindow {
  readonly days: readonly Weekday[];
  /** `HH:MM`, in the window's time zone. */
  readonly from: string;
  /** `HH:MM`, later than `from`; up to 24:00. */
  readonly to: string;
  /** A name of the IANA database, such as Europe/Berlin. */
  readonly zone: string;
}

/** A time of the day as windows have it, up to 24:00. */
export const TIME_OF_DAY = {
  form: /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/,
  expected: "expected a time of the day, such as 09:00",
};

export const TIME_ZONE = "expected a time zone, such as Europe/Berlin";

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

export type Weekday = (typeof WEEKDAYS)[number];

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const MINUTE_MS = 60_000;
/** A window opens once a week at least. A day more, for a clock that is set forward where it would open. */
const SEARCHED_MS = 8 * 86_400_000;

/** Whether one of the windows is open; where there is none, it always is. Times in milliseconds since 1970. */
export function isOpen(windows: readonly PromotionWindow[], at: number): boolean {
  return windows.length === 0 || windows.some((window) => contains(window, at));
}

/** The minute in which the next window opens; undefined where none opens within eight days. */
export function nextOpening(windows: readonly PromotionWindow[], after: number): number | undefined {
  const first = Math.ceil(after / MINUTE_MS) * MINUTE_MS;
  // Asked by the minute, so that no rule of a time zone is known here.
  for (let at = first; at <= first + SEARCHED_MS; at += MINUTE_MS) if (isOpen(windows, at)) return at;
  return undefined;
}

/** When the next window opens, in ISO 8601, where one does; undefined while one is open. */
export function closedUntil(
  windows: readonly PromotionWindow[],
  now: number,
): { readonly opens?: string } | undefined {
  if (isOpen(windows, now)) return undefined;
  const opens = nextOpening(windows, now);
  return opens === undefined ? {} : { opens: new Date(opens).toISOString() };
}

function contains({ days, from, to, zone }: PromotionWindow, at: number): boolean {
  const { day, time } = clockOf(zone, at);
  return days.includes(day) && from <= time && time < to;
}

const FORMATS = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string, at: number): { readonly day: Weekday; readonly time: string } {
  const known = FORMATS.get(zone);
  const format =
    known ??
    new Intl.DateTimeFormat("en-US", {
      ...{ timeZone: zone, weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    });
  if (known === undefined) FORMATS.set(zone, format);
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const day = (parts.get("weekday") ?? "").toLowerCase() as Weekday;
  return { day, time: `${parts.get("hour")}:${parts.get("minute")}` };
}
