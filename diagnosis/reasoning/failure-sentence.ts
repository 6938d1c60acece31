import type { FailureMode } from "../../domain/failure-mode";
import type { ErrorFamily } from "./error-family";

/** What a sentence says of its object. */
type Verb = "missing" | "refused" | "denied" | "invalid" | "unfit" | "full";

/** What the verb is about. */
type ObjectKind =
  | "lock-file"
  | "code"
  | "migration"
  | "table"
  | "database"
  | "library"
  | "module"
  | "variable"
  | "command"
  | "image"
  | "user"
  | "memory"
  | "file"
  | "service";

/** The verb phrases of a failure, in plain words that no tool owns; the first that is there counts. */
const VERBS: readonly { readonly verb: Verb; readonly pattern: RegExp }[] = [
  { verb: "full", pattern: /\b(?:exceed(?:ed|s)|exhausted|out of|not enough|too many|limit reached)\b/i },
  {
    verb: "unfit",
    pattern:
      /\bmismatch(?:ed)?\b|\bincompatible\b|\bnot compatible\b|\btoo (?:old|new)\b|\b(?:newer|older) than\b|\b(?:does|do) not (?:match|support)\b|\brequires? (?:at least|version)\b/i,
  },
  {
    verb: "missing",
    pattern:
      /\b(?:is |are )?missing\b|\bno such\b|\bno \w+ (?:called|named)\b|\b(?:does|do|did)(?: not|n't) (?:contain|include|have|define)\b|\blacks\b|\bnot found\b|\b(?:does|do)(?: not|n't) exist\b|\b(?:cannot|can't|could ?n[o']t|could not|unable to|failed to) (?:find|locate)(?: the)?(?: specified)?\b|\bnot (?:installed|present|set|defined|provided|specified|configured)\b|\b(?:is|are) required\b|\bmust be (?:set|defined|provided|specified)\b|\b(?:ensure|make sure|check)(?: that)? .{1,100}?\b(?:exists?|is (?:set|defined|present|installed|there))\b/i,
  },
  {
    verb: "refused",
    pattern:
      /\brefused\b|\bunreachable\b|\b(?:cannot|can't|could not|unable to|failed to) (?:connect|reach|contact)\b|\bnot reachable\b/i,
  },
  { verb: "denied", pattern: /\bdenied\b|\bnot permitted\b|\bforbidden\b|\bunauthori[sz]ed\b/i },
  {
    verb: "invalid",
    pattern:
      /\binvalid\b|\bmalformed\b|\bunsupported\b|\b(?:unknown|unrecogni[sz]ed)\b|\bnot (?:a )?(?:valid|supported|allowed)\b|\bexpected\b.{1,80}\b(?:got|but|found|received)\b|\bmust (?:be|not|have|start|end|contain)\b|\b(?:cannot|can't|could not|unable to|failed to) (?:parse|read|load|open|decode|stat)\b/i,
  },
];

/** Nouns by which the object of a sentence is known. */
const OBJECTS: Readonly<Record<ObjectKind, RegExp>> = {
  "lock-file": /\bgo\.sum\b|[\w.-]*\block(?:file|\.(?:ya?ml|json))|\block ?file\b|\bCargo\.lock\b/gi,
  code: /\b(?:process|functions?|methods?|arguments?|attributes?|symbols?|elements?|index|character|syntax)\b/gi,
  migration: /\b(?:migrations?|revision|changelog|changeset)\b/gi,
  table: /\b(?:table|column|relation)\b/gi,
  database: /\b(?:database|postgres\w*|mysql|mariadb|mongo\w*|sqlite)\b/gi,
  library: /\.so\b(?:\.\d+)*|\bshared (?:object|librar\w+)/gi,
  module: /\b(?:modules?|packages?|dependenc\w+|plugins?|gems?|class|crate|assembly|import)\b/gi,
  variable:
    /\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\b|\b(?:[Vv]ariables?|[Ss]ettings?|[Oo]ptions?|[Pp]arameters?|[Ff]lags?|[Kk]eys?|[Tt]okens?|[Ss]ecrets?|[Cc]redentials?|[Ee]nv|[Cc]onfig\w*|[Pp]ropert(?:y|ies)|[Pp]rofiles?|[Vv]alues?|URL|url)\b/g,
  command:
    /[\w./-]+\.sh\b|\bsh(?=: )|\b(?:commands?|executable|binary|program|script|interpreter|entrypoint)\b/gi,
  image: /\b(?:image|manifest)\b/gi,
  user: /\b(?:user|group|uid|gid)\b/gi,
  memory: /\b(?:memory|heap)\b/gi,
  file: /\bDockerfile\b|(?:^|[\s'"`(])\.{0,2}\/[\w.-]+[\w./-]*|\b[\w-]+\.(?:json|ya?ml|toml|conf|cfg|ini|env|pem|crt|key|sql|xml)\b|\b(?:files?|directory|folder|path)\b/gi,
  service:
    /\b(?:servers?|services?|host|broker|redis|kafka|rabbitmq|elasticsearch|namespaces?|tenants?|buckets?|task ?queues?|topics?)\b/gi,
};

/** What each verb means of each object; what is not here says too little. */
const MODES: Readonly<Record<Verb, Readonly<Partial<Record<ObjectKind, FailureMode>>>>> = {
  missing: {
    "lock-file": "build/failed",
    database: "database/schema-missing",
    migration: "migration/failed",
    table: "database/schema-missing",
    library: "import/missing-library",
    module: "import/missing-module",
    variable: "configuration/missing-variable",
    command: "process/command-not-found",
    image: "image/pull-failed",
    user: "configuration/invalid",
    file: "configuration/invalid",
    service: "configuration/invalid",
  },
  refused: { database: "database/refused", service: "broker/refused" },
  denied: { file: "disk/permission-denied", image: "image/pull-failed" },
  invalid: {
    migration: "migration/failed",
    variable: "configuration/invalid",
    user: "configuration/invalid",
    file: "configuration/invalid",
  },
  unfit: {
    "lock-file": "build/failed",
    migration: "migration/failed",
    database: "database/version-mismatch",
  },
  full: { memory: "memory/exhausted" },
};

/** The other causes that the same words allow. */
const COMPETING: Readonly<Partial<Record<Verb, readonly FailureMode[]>>> = {
  missing: ["configuration/missing-variable", "import/missing-module", "configuration/invalid"],
  invalid: ["configuration/invalid", "runtime/incompatible"],
  denied: ["disk/permission-denied", "configuration/invalid"],
};

const MEANS: Readonly<Record<Verb, string>> = {
  missing: "something that the program needs is not there",
  refused: "what the program connects to does not answer",
  denied: "the program may not do what it tries to",
  invalid: "the program does not take what it is given",
  unfit: "two versions do not fit each other",
  full: "a limit is reached",
};

const ACTIONS: Readonly<Record<Verb, string>> = {
  missing: "Add what the line names: set it, install it, or copy it into the image.",
  refused: "Correct its address in that environment, or start what listens there.",
  denied: "Give the process's user, or its token, the right that the line names.",
  invalid: "Correct the value or file that the line names.",
  unfit: "Take the version that the line asks for.",
  full: "Raise the limit that the line names, or use less.",
};

/** A sentence is read near its verb: what is further off is of another clause. */
const REACH = 70;
/** An error in the code itself speaks of arguments and properties, and of no setting. */
const OF_THE_CODE =
  /\b(?:Type|Attribute|Name|Key|Index|Reference|NoMethod|Value|Assertion|Runtime)Error\b|\bCRASH REPORT\b/;
/** A socket of a database is a file too, and a proxy's line speaks of the service behind it. */
const OF_ANOTHER = /\bSQLSTATE\b|\.s(?:ock)?\.|\.sock\b|^\W*proxy\b|\bupstream\b/i;

/** A failure in words that no family has, with what else those words allow. */
interface FailureSentence extends ErrorFamily {
  readonly competing: readonly FailureMode[];
}

/** What a sentence says by its verb phrase and the noun nearest to it. */
export function failureSentence(text: string): FailureSentence | undefined {
  if (OF_THE_CODE.test(text) || OF_ANOTHER.test(text)) return undefined;
  for (const { verb, pattern } of VERBS) {
    const found = pattern.exec(text);
    const object = found === null ? undefined : nearest(text, found.index, found.index + found[0].length);
    const mode = object === undefined ? undefined : MODES[verb][object];
    if (mode === undefined) continue;
    return {
      id: `sentence/${verb}`,
      mode,
      pattern,
      means: MEANS[verb],
      correctiveAction: ACTIONS[verb],
      example: text,
      competing: (COMPETING[verb] ?? []).filter((other) => other !== mode),
    };
  }
  return undefined;
}

/** Objects are looked for in this many characters: their patterns take long on a word of thousands. */
const SPAN = 400;

const CONTAINS = /\b(?:contain|include|have|define|called|named)$/;

function nearest(whole: string, verbFrom: number, verbTo: number): ObjectKind | undefined {
  const start = Math.max(0, verbFrom - SPAN);
  const text = whole.slice(start, verbTo + SPAN);
  const [from, to] = [verbFrom - start, verbTo - start];
  let best: { readonly kind: ObjectKind; readonly distance: number } | undefined;
  for (const [kind, pattern] of Object.entries(OBJECTS) as [ObjectKind, RegExp][]) {
    for (const { 0: word, index } of text.matchAll(pattern)) {
      // A lock file is named only where it is the matter, and it is next to the name of what it lacks.
      // What is not contained is named after the verb, and before it what does not contain it.
      if (index < from && CONTAINS.test(text.slice(from, to))) continue;
      const distance = kind === "lock-file" ? -1 : index >= to ? index - to : from - index - word.length;
      if (distance <= REACH && (best === undefined || distance < best.distance)) best = { kind, distance };
    }
  }
  return best?.kind;
}
