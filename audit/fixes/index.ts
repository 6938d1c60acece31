/** What of an audit's findings can be mended by itself: planned on texts, shown as a diff, written file by file. */
export { patchOf } from "./patch";
export { type ChangedFile, type Fixed, type FixPlan, planFixes } from "./plan";
export { applyFixes, type NotWritten } from "./write";
