import type { SealedCase } from "../sealed";
import { HABITS_BROKEN_PLATFORM } from "./habits-broken-platform";
import { HABITS_BROKEN_STARTS } from "./habits-broken-starts";
import { HABITS_BROKEN_VALUES } from "./habits-broken-values";

/** What is filled in by habit and cannot work, written down before its first run. */
export const HABITS_BROKEN: readonly SealedCase[] = [
  ...HABITS_BROKEN_STARTS,
  ...HABITS_BROKEN_VALUES,
  ...HABITS_BROKEN_PLATFORM,
];
export const HABITS_BROKEN_PROGRAMS = [] as const;
