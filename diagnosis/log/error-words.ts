/** A line that may say what went wrong, and how likely. */
export interface ErrorLine {
  readonly line: number;
  readonly text: string;
  readonly weight: number;
  /** Whether it is in the output of a build. */
  readonly inBuild?: true;
}

/** Words that speak of an error. */
interface ErrorWords {
  readonly id: string;
  readonly pattern: RegExp;
  readonly weight: number;
}

/** What programs say of a failure in words that no signature knows; the heaviest that fits counts. */
const WORDS: readonly ErrorWords[] = [
  { id: "words/0", pattern: /Traceback \(most recent call last\)/, weight: 4 },
  { id: "words/1", pattern: /^(?:[\w.]+\.)?\w*(?:Error|Exception|SystemExit|Interrupt)\b(?::|$)/, weight: 6 },
  // An exception whose type has another ending, by its module or by what its name says.
  {
    id: "words/11",
    pattern:
      /^(?:[a-z_]\w*\.)*(?:exceptions?|errors?)\.[A-Z]\w+: \S|^(?:[A-Z]\w*::|[a-z_]\w*\.)+[A-Z]\w*(?:Not(?:Found|Ready|Specified|Established|Supported|Unique)|Missing\w*|Refused|Denied|Invalid\w*|Unknown\w*|Unsupported\w*|Forbidden|Unavailable|Conflict|Disallowed\w*|Undefined\w*|Duplicate\w*): \S/,
    weight: 6,
  },
  { id: "words/2", pattern: /^FAILED\b/, weight: 6 },
  // Elixir's and Erlang's exceptions, Ruby's own crash, and the last error of a chain of causes.
  {
    id: "words/7",
    pattern:
      /^\s*\*\* \([\w.]*Error\)|^\s*\*\* \(Mix\)|^\s*\*\* \(exit\)|^\s*\*\* \(EXIT\)|\[BUG\] |^\s*Caused by: \S|^=(?:CRASH|SUPERVISOR) REPORT|\bCRASH REPORT Process\b|^Kernel pid terminated/,
    weight: 6,
  },
  { id: "words/10", pattern: /^npm (?:ERR!|error) \S/, weight: 4 },
  // An event of Kubernetes whose reason is a failure.
  {
    id: "words/8",
    pattern: /(?:^|\s)Warning\s+(?:Failed\w*|Evicted|ErrImagePull|InspectFailed)\b/,
    weight: 5,
  },
  {
    id: "words/9",
    pattern:
      /[`'(].{0,200}assertion .{0,200}failed|\bis forbidden: |compiled (?:for|by) a (?:later|newer|more recent)|(?:supervisor|crash)_report|on_load_function_failed|: line \d+: .{0,200}(?:not found|denied|error|No such)|: not found.{0,200}: line \d+:$|\.\.\.fail!|\[ ?fail(?:ed)? ?\]/i,
    weight: 4,
  },
  {
    id: "words/3",
    pattern: /\b(?:fatal|panic|segmentation fault|core dumped(?!\?)|unhandled)\b|^(?:PANI|FATA|ERRO)\[\d+\]/i,
    weight: 5,
  },
  { id: "words/4", pattern: /\b(?:error|exception|critical)\b/i, weight: 4 },
  {
    id: "words/5",
    pattern:
      /\b(?:failed|failure|refused|denied|aborted|killed|cannot|can't|could not|unable to|crash(?:ed|es|ing)?|unhealthy|does not exist|terminating|panicked|no such file|i\/o timeout|no route to host|not in \w+ format|mismatch|unsupported|insufficient|no suitable node|refus(?:es|ing) to|not supposed to|aborting|out[- ]of[- ]date|needs? (?:to initiali[sz]e|bootstrapping)|expected (?:parameter|option|argument)|incompatible|forbidden|unauthori[sz]ed|corrupt(?:ed)?|conflicts?|unrecogni[sz]ed|unexpected|do(?:es)? not have|is not (?:installed|enabled|supported|set|defined)|illegal|disallowed|too (?:low|small|high|large|short|old|many)|bad file descriptor|(?:must|need to|have to|please) (?:specify|provide|define|configure|supply)|need to set|please set|doesn't exist|exceeded)\b/i,
    weight: 3,
  },
  {
    id: "words/6",
    pattern:
      /\b(?:not found|invalid|missing|timed? ?out|exited|rejected|no such|sorry|lacks?|unknown|undefined|not (?:allowed|compatible|supported|recogni[sz]ed|permitted|satisfied|installed|ready|running|loaded|available|reachable|writable|executable)|isn't|wasn't|aren't|doesn't|didn't|won't|does not|did not|was not|were not|needs? to be|should (?:specify|set|be)|must be|there is no|locate|no \w+ (?:\w+ )?(?:specified|given|provided|detected|available|configured)|dirty|stuck|broken|blocked|terminated|disabled by|bad (?:request|gateway|interpreter|address)|Exiting|requires? (?:\w+ )?[<>=~^v\d]|!\s+\w)\b|\bFAIL\b|[✗✖❌]/i,
    weight: 2,
  },
  // A compiler's place in the code, with what is wrong there.
  {
    id: "words/12",
    pattern:
      /^(?:\.{0,2}\/)?[\w@][\w./@-]*\.(?:go|rs|java|kt|scala|swift|cc?|cpp|hh?|hpp|cs|fs|tsx?|zig|cr|hs|elm|dart|ex):\d+:\d+: (?!warning|note|info|remark)\S/,
    weight: 2,
  },
];

/** The words by which a line of any log is found; the lighter ones weigh only where a line is read anyway. */
export const ERROR_WORDS = WORDS.filter(({ weight }) => weight >= 3);

/** From this weight on a line speaks of a failure. */
export const SPEAKS_OF_FAILURE = 3;

/** Ends that were asked for, and words that are about errors that report none. */
const ORDERLY =
  /\bvulnerabilit(?:y|ies)\b|is waiting to start: (?:PodInitializing|ContainerCreating)|\bNo such (?:container|object|network|volume): |was sent SIGTERM|\bSignalException: SIG(?:TERM|INT)\b|signal (?:15|term)\b|'SIGTERM'|graceful(?:ly)? (?:shut|stop)|\b(?:0|no) (?:errors?|failures?|failed)\b|\berrors?[=:] ?(?:0\b|null|none|false|\[\])|error[- ]?(?:handl|pages?|log\b|reporting)|"\w+": ?(?:false|null|""),?$|open\(\) "[^"]+" failed \(2: No such file or directory\), client: |\bError L\d+ \(|\bat=(?:info|warning)\b/i;

/** The head of a table, whose columns may be called so. */
const TABLE_HEAD = /^(?:[A-Z]+(?: [A-Z]+)? {2,}){3}/;

/** What only says that something before it failed. */
const SUMMARY =
  /A complete log of this run|subprocess-exited-with-error|This error originates from a subprocess|See above for|exit(?:ed with)? (?:code|status):? \d+\W*$|non-zero (?:code|exit)|Command failed with exit code|failed to push some refs|^npm (?:error|ERR!) (?:(?:errno|path|dest|syscall|command|cwd|signal|location|argv|node|npm|System|code (?:ELIFECYCLE|\d+)|weird error|not ok|Exit status|Failed at the|This is probably|There is likely|Lifecycle script|in workspace|Please include|Additional|You can|Tell the author|Or if that|If you need)\b|\S+@\S+ \w+: `|[\d-]+T\d)|aborting due to|build failed, waiting for other jobs|re-run Maven|^\[ERROR\] *(?:For more information|\[Help|To see the full|Re-run)/i;

/** A logger's level of a line that reports no failure, at its beginning or after its time and thread. */
const HARMLESS_LEVEL =
  /^(?:.{0,60}?[[\s|])?(?:INFO|DEBUG|TRACE|NOTICE|LOG|VERBOSE|info|debug|trace|notice)(?:\]|:|\s|\/|\|)|<(?:Information|Debug|Trace|Notice)> |\blevel["=:]+ ?"?(?:info|debug|trace)\b/;

/** A warning says what may happen, unless it repeats an exception. */
const WARNING =
  /^(?:.{0,60}?[[\s|#])?(?:WARN|WARNIN|WARNING|warn|warning|Warning|npm (?:WARN|warn) .*|DeprecationWarning)(?:\]|:|\s|\/|\||$)|<Warning> |\blevel["=:]+ ?"?warn/;
const EXCEPTION_NAME = /\b[A-Z]\w+(?:Error|Exception)\b/;

const KUBERNETES_FAILURE = /(?:^|\s)Warning\s+(?:Failed|Evicted|ErrImage|Inspect)/;

export function errorWeight(text: string): number {
  // The platform's own lines say how it ended, which is known anyway.
  if (text.startsWith("==>") || ORDERLY.test(text) || TABLE_HEAD.test(text)) return 0;
  const weight = WORDS.find(({ pattern }) => pattern.test(text))?.weight ?? 0;
  if (SUMMARY.test(text) && !(weight >= 6 && EXCEPTION_NAME.test(text)))
    return Math.min(
      weight,
      /\b[Ff]ailed to \w+ \S+ |^error: (?!process|script|subprocess|[Cc]ommand)\w+ /.test(text) ? weight : 1,
    );
  if (weight >= 6 || KUBERNETES_FAILURE.test(text)) return weight;
  if (weight === 0 || EXCEPTION_NAME.test(text)) return weight;
  if (/\bfailed to start\b/.test(text)) return weight;
  if (HARMLESS_LEVEL.test(text)) return 0;
  return WARNING.test(text) ? Math.min(weight, 1) : weight;
}

/** That a program does without what failed, or tries again. */
const WITHOUT =
  /\boptional\b(?! dependenc)|\b(?:skipp|ignor)(?:ed|ing)\b|\b(?:going on|continuing|proceeding|running) (?:without|anyway)\b|(?<!-)\bfall(?:ing|s)? ?back\b|\b(?:is|are) (?:used|emptied|left empty|left out|imported instead|(?:switched|turned) off|disabled)(?: instead)?$/i;
/** The same, said of the line's own matter, and of no list or advice in it. */
const GOES_ON_WITHOUT =
  /\b(?:is|are|was|were) (?:skipped|ignored|used|emptied|left (?:empty|out)|imported instead|(?:switched|turned) off|disabled)(?: instead)?\W*$|[,;:(] ?(?:skipp|ignor)(?:ed|ing)(?: (?:it|this|that|them))?\b[^:]{0,30}$|[,;] left (?:empty|out)\W*$|\b(?:going on|continuing|proceeding|running) (?:without|anyway)\b|\bfalling back\b|\boptional SKIPPING\b/i;
const TRIES_AGAIN =
  /\b(?:re-?trying|(?:(?<!(?:and|then|please|to) )try|trying|will try) again|will retry|retry in|again in \d|attempt #?\d+ ?(?:of|\/) ?\d+|next (?:try|attempt) in \d|trying (?:port )?\d{2,5}|using (?:port )?\d{2,5} instead)\b/i;

/**
 * Whether a line says of itself that it ends nothing: its logger calls it information or a warning, the program does
 * without, or tries again. An event of Kubernetes has no level of a logger.
 */
export function isMild(text: string): boolean {
  // PHP's process manager writes what a program says at a level of its own.
  if (/(?:^|\s)(?:Warning|Normal) {2,}[A-Z]|\bsaid into std(?:err|out): /.test(text)) return false;
  return (
    HARMLESS_LEVEL.test(text) ||
    WARNING.test(text) ||
    (WITHOUT.test(text) && !OF_TOOL.test(text)) ||
    TRIES_AGAIN.test(text)
  );
}

/** What a tool stops with, by its code: what it ignored is its matter. */
const OF_TOOL = /^\W*ERR_[A-Z]/;

/** Whether a line says that the program goes on without what failed. */
export const doesWithout = (text: string): boolean => GOES_ON_WITHOUT.test(text);

/** Whether a line's own logger calls it information: what it speaks of is no failure of the program. */
export const isInformation = (text: string): boolean =>
  HARMLESS_LEVEL.test(text) && !SPEAKS_FOR_ITSELF.test(text);

/** A level that is a word of the message, and an error that a logger of another kind passes on. */
const SPEAKS_FOR_ITSELF = /\b(?:FATAL|ERROR|CRITICAL|PANIC)\b|\bPHP \w+ error\b/;

/** Whether a line says that what failed is tried again. */
export const triesAgain = (text: string): boolean => TRIES_AGAIN.test(text);

/** What programs say while they are in order. */
const ALIVE =
  /\b(?:success(?:ful(?:ly)?)?|succeeded|started|starting|ready|listening|running|completed?|finished|loaded|connected|initiali[sz]ed|audited|passed|healthy|applied|LocalTime)\b|HTTP\/\d|[✓✔]|\b(?:packages|rows)\b|"type": "Normal"| {2}Up {2}/i;

/** Whether a line reports no failure, by its logger's level or by its words. */
export function isHarmless(text: string): boolean {
  return HARMLESS_LEVEL.test(text) || ORDERLY.test(text) || ALIVE.test(text);
}

/** Whether a line is what a service in order says; the platform's own lines say nothing of it. */
export function saysAlive(text: string): boolean {
  if (text.startsWith("==>") || errorWeight(text) >= SPEAKS_OF_FAILURE) return false;
  return ALIVE.test(text) || HARMLESS_LEVEL.test(text) || WARNING.test(text);
}
