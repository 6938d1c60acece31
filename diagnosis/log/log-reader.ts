import { redact } from "../../domain";
import type { LogLine } from "../diagnosis";
import { SIGNATURES } from "../signatures";
import { type Candidate, lookedAt, MAX_LINES, WHOLE_LINES } from "./candidate";
import { DatabaseErrors } from "./database-errors";
import { EndedContainers } from "./ended-containers";
import { type ErrorLine, errorWeight, isInformation, isMild, saysAlive } from "./error-words";
import { ExceptionReader } from "./exception";
import { LineScanner } from "./line-scanner";
import { rowOf, STEM_MATCHER, stemsIn } from "./line-table";
import { eventOf, LOG_EVENTS, type LogEvent } from "./log-event";
import type { LogReading } from "./log-reading";
import { maskedException } from "./masked-exception";
import { MatchBook } from "./match-book";
import { type Message, messageOf } from "./message";
import { isQuotation } from "./quotation";
import { ReportLines } from "./report-lines";
import { SettingsList } from "./settings-list";
import { Shapes } from "./shapes";
import { TestRun } from "./test-run";
import { TEST_RUN_ROWS } from "./test-run-rows";

const MAX_EVENTS = 40;
const MAX_ERROR_LINES = 10;
const TAIL = 10;
/** From this weight on the lines after an error's are read too. */
const HEAVY = 4;
const NEXT_LINES = 6;
const MAX_INSTANCES = 50;

const DATABASE_ROWS = SIGNATURES.filter(({ speaker }) => speaker !== undefined);
const SERVICE_ROWS = SIGNATURES.filter(({ speaker }) => speaker !== "database");

/** Takes a log in line by line, as it is written, and forgets all but what counts. */
export class LogReader {
  private readonly matches = new MatchBook();
  private readonly events = new Map<LogEvent["kind"], LogEvent[]>();
  private readonly shapes = new Shapes();
  private readonly testRun = new TestRun();
  private readonly settings = new SettingsList();
  private readonly ended = new EndedContainers();
  private before: LogLine = { line: 0, text: "" };
  /** Whether a build is under way: an error that follows is the build's. */
  private building = false;
  private errorLines: ErrorLine[] = [];
  private readonly ofDatabase = new DatabaseErrors();
  private readonly exceptions = new ExceptionReader();
  private readonly reports = new ReportLines();
  private readonly instances = new Map<string, number>();
  private readonly said = { database: 0, others: 0 };
  private wanted = WHOLE_LINES;
  private lines = 0;
  private tail: Candidate[] = [];

  /** The next line, whole and without its end. */
  add(text: string): void {
    this.lines += 1;
    const candidate = { line: this.lines, text: lookedAt(text) };
    if (candidate.text.trim() !== "") this.tail = [...this.tail.slice(1 - TAIL), candidate];
    const wanted = this.wanted > 0;
    this.wanted = Math.max(0, this.wanted - 1);
    if (wanted || STEM_MATCHER.next(Buffer.from(candidate.text)) >= 0) {
      this.wanted = Math.max(this.wanted, this.take(candidate));
    }
  }

  /** The reader knows from another source that the deploy is live, before its next line. */
  noteLive(): void {
    this.note({ kind: "live", line: this.lines + 1, text: "", host: undefined, port: undefined });
  }

  /** A log's bytes, as they come; in place of `add`. */
  async readAll(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
    const scanner = new LineScanner(STEM_MATCHER, (candidate) => this.take(candidate), WHOLE_LINES);
    for await (const chunk of chunks) scanner.add(chunk);
    const { lines, tail } = scanner.end();
    this.lines = lines;
    this.tail = [...tail];
  }

  /** What the log shows so far. */
  reading(): LogReading {
    const plain = (text: string): string => redact(text.trim());
    const said = this.tail.map(({ line, text }) => ({ line, ...messageOf(text) }));
    const own = said.filter(({ foreign }) => !foreign);
    const lineOf = ({ line, text }: LogLine): LogLine => ({ line, text: plain(text) });
    return {
      lines: this.lines,
      matches: this.matches.all(),
      events: [...this.events.values()].flat().toSorted((one, other) => one.line - other.line),
      listed: this.settings.all().map((one) => ({ ...one, text: plain(one.text) })),
      exceptions: this.exceptions.all().map(maskedException),
      database: this.said.database === 0 ? "none" : this.said.others === 0 ? "only" : "some",
      errorLines: [...(this.said.others === 0 ? this.ofDatabase.all() : []), ...this.errorLines]
        .map((one) => ({ ...one, text: plain(one.text) }))
        .toSorted((one, other) => one.line - other.line),
      instances: [...this.instances].map(([name, symptoms]) => ({ name, symptoms })),
      alive: own.some(({ text }) => saysAlive(text)),
      tail: said.map(lineOf),
      ownTail: own.map(lineOf),
    };
  }

  /** Answers how many lines after this one are wanted too: an error says more on the next ones. */
  private take({ line, text }: Candidate): number {
    const message = messageOf(text);
    if (this.ended.beginsAgain(text)) {
      this.note({ kind: "restarted", line, text: message.text, host: undefined, port: undefined });
    }
    if (message.foreign || isQuotation(message.text) || this.shapes.isRepeated(message.text)) return 0;
    // A message out of JSON may have several lines, such as a stack.
    const said = message.text.includes("\n") ? message.text.split("\n") : [message.text];
    return Math.max(
      ...said.slice(0, MAX_LINES).map((one) => this.takeMessage({ ...message, text: one }, line)),
    );
  }

  private takeMessage(said: Message, line: number): number {
    const stems = stemsIn(said.text);
    const event = eventOf(rowOf(LOG_EVENTS, said.text, stems), said.text, line);
    if (event !== undefined) this.building = event.kind === "building";
    if (!this.events.has("started") && !this.events.has("live")) {
      this.forgetSince(this.testRun.add(rowOf(TEST_RUN_ROWS, said.text, stems), said.text, line));
    }
    const message = this.building ? { ...said, inBuild: true as const } : said;
    let wanted = 0;
    if (message.speaker === "database") {
      this.said.database += 1;
      const row = rowOf(DATABASE_ROWS, message.text, stems);
      if (row !== undefined) this.matches.add(row, message.text, line, this.before);
      else if (this.ofDatabase.take(message.text, line)) wanted = NEXT_LINES;
    } else {
      if (message.text.trim() !== "") this.said.others += 1;
      const inException = this.exceptions.take(message.text, line, message.inBuild);
      const signature = this.shapes.rowOf(message.text, () => rowOf(SERVICE_ROWS, message.text, stems));
      this.count(message, signature !== undefined || inException);
      if (signature !== undefined)
        this.matches.add(signature, message.text, line, this.before, {
          ...(message.inBuild && { inBuild: true }),
          isMild: message.isMild === true || isMild(message.text),
          isInfo: message.isInfo === true || isInformation(message.text),
        });
      else if (!inException) this.matches.goOn(message.text, line);
      const weight = Math.max(
        errorWeight(message.text),
        this.reports.weigh(message.text),
        message.isError === true ? HEAVY : 0,
      );
      // What a row knows as an end says nothing of its cause.
      if (weight > 0 && signature?.certainty !== "open") {
        this.keep({ line, weight, text: message.text.trim(), ...(message.inBuild && { inBuild: true }) });
      }
      const { assertion } = this.testRun;
      if (signature?.id.startsWith("tests/") && assertion !== undefined)
        this.keep({ ...assertion, weight: HEAVY });
      const inList = this.settings.add(message.text, line);
      if (inException || inList || signature !== undefined || weight >= HEAVY) wanted = NEXT_LINES;
    }
    if (message.text.trim() !== "") this.before = { line, text: message.text.trim() };
    if (event !== undefined) this.note({ ...event, text: redact(event.text.trim()) });
    return wanted;
  }

  private forgetSince(from: number | undefined): void {
    if (from === undefined) return;
    this.matches.forgetSince(from);
    this.exceptions.forgetSince(from);
    this.errorLines = this.errorLines.filter(({ line }) => line < from);
  }

  private count({ instance }: Message, isSymptom: boolean): void {
    if (instance === undefined || (this.instances.size >= MAX_INSTANCES && !this.instances.has(instance)))
      return;
    this.instances.set(instance, (this.instances.get(instance) ?? 0) + (isSymptom ? 1 : 0));
  }

  /** Of many events of a kind the first ones and the last count: what happens between repeats them. */
  private note(event: LogEvent): void {
    const of = this.events.get(event.kind) ?? [];
    if (of.length >= MAX_EVENTS) of.splice(MAX_EVENTS / 2, 1);
    of.push(event);
    this.events.set(event.kind, of);
  }

  private keep(line: ErrorLine): void {
    // The same words again say nothing more.
    if (this.errorLines.some(({ text }) => text === line.text)) return;
    this.errorLines.push(line);
    if (this.errorLines.length <= MAX_ERROR_LINES) return;
    const least = Math.min(...this.errorLines.map(({ weight }) => weight));
    this.errorLines.splice(
      this.errorLines.findIndex(({ weight }) => weight === least),
      1,
    );
  }
}
