import type { LogLine } from "../diagnosis";
import { FOREIGN, FORMS } from "../log/exception-forms";
import type { LogReading } from "../log/log-reading";
import type { Hypothesis } from "./hypothesis";

/** One frame may be quoted; several are a stack. */
const A_STACK = 2;

/** The frames of an exception whose head was not copied: that something was thrown, and where. */
export function orphanFrames({ ownTail, exceptions, matches }: LogReading): readonly Hypothesis[] {
  if (exceptions.length > 0 || matches.length > 0) return [];
  const frames = ownTail.flatMap((line) => {
    const file = FORMS.map(({ frame }) => frame.exec(line.text)?.groups?.file).find(
      (found) => found !== undefined,
    );
    return file === undefined ? [] : [{ line, file }];
  });
  const own = frames.find(({ file }) => !FOREIGN.some((pattern) => pattern.test(file)));
  if (frames.length < A_STACK || own === undefined) return [];
  return [thrownAt(own.line, own.file)];
}

const thrownAt = (line: LogLine, file: string): Hypothesis => ({
  mode: "process/exception",
  stage: "exception",
  certainty: "open",
  asksFor: ["Which lines are before the first frame? They name the error."],
  meaning: "the frames of an exception, without its message",
  cause: `an exception was thrown in ${file}, and the line that names it is not in the log; its nearest frame of your own is “${line.text.trim()}”`,
  correctiveAction: "Copy the log from before these frames, and read that place.",
  rule: undefined,
  competing: [],
  evidence: [line],
  first: line.line,
  last: line.line,
  count: 1,
  decisive: false,
  harmsLive: false,
});
