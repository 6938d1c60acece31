/** The fixes of an audit's findings: planned on texts, shown as a diff, written file by file. */
export { patchOf } from "./patch";
export { type ChangedFile, type Fixed, type FixPlan, hasStep, planFixes } from "./plan";
export { applyFixes, type NotWritten } from "./write";
