/** Under such a line the next one says what failed: Spring's and Gradle's reports. */
const HEADING = /^(?:\* )?(?:Description|Reason|What went wrong|Caused by):$|^Exception: [\w.]+$/;
/** Where Gradle begins to say what went wrong, and where it ends. */
const GRADLE =
  /^\s*(?:\* What went wrong:|Execution failed for task |A problem occurred (?:configuring|evaluating))/;
const GRADLE_ENDS = /^\s*(?:\* (?:Try|Exception is|Get more help|Where):|BUILD FAILED|> (?:Run|Get) )/;
/** What is under another cause, each a little further to the right. */
const INNER = /^\s*> \S/;
/** What goes on with the innermost cause, where it names an error. */
const GOES_ON = /^\s{2,}\S.*(?:error|Error|Unsupported|Exception)/;
const FRAME = /^\s*at /;

/** The weight of the line under a heading: less than that of an error that says by its form that it is one. */
export const UNDER_HEADING = 5.5;
/** Heavier than any line by its words; the further to the right, the nearer to the cause. */
const INNER_WEIGHT = 6.01;
const BY_COLUMN = 0.01;

/** Knows in the report of a build's tool which lines name the cause, whatever their words are. */
export class ReportLines {
  private before = "";
  private inGradle = false;

  /** The weight that the line has by its place; 0 where it has none. */
  weigh(text: string): number {
    const under = HEADING.test(this.before);
    if (GRADLE.test(text)) this.inGradle = true;
    else if (GRADLE_ENDS.test(text)) this.inGradle = false;
    if (text.trim() !== "") this.before = text.trim().slice(0, 80);
    if (this.inGradle && (INNER.test(text) || GOES_ON.test(text)) && !FRAME.test(text)) {
      return INNER_WEIGHT + BY_COLUMN * (text.length - text.trimStart().length);
    }
    return under ? UNDER_HEADING : 0;
  }
}
