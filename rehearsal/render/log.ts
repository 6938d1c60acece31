import { newId, timestamp } from "./identifiers";

/** One line of a service's log, in the API's shape. */
export interface LogLine {
  readonly id: string;
  readonly timestamp: string;
  readonly message: string;
  readonly labels: readonly { readonly name: string; readonly value: string }[];
}

export type LogType = "build" | "app";

/** Older lines are dropped, so that a service's log cannot fill the memory. */
const MOST_LINES = 20_000;
const MOST_CHARACTERS = 32 * 1024 ** 2;

/** The log of one service: its processes' output and the platform's own lines, which begin with `==>`. */
export class ServiceLog {
  private kept: LogLine[] = [];
  private characters = 0;
  private readonly listeners = new Set<(line: LogLine) => void>();

  constructor(private readonly resource: string) {}

  get lines(): readonly LogLine[] {
    return this.kept;
  }

  /** Calls `listener` with each line from now on. @returns what ends that */
  onLine(listener: (line: LogLine) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  write(message: string, type: LogType, instance?: string): void {
    const labels = [
      { name: "resource", value: this.resource },
      ...(instance === undefined ? [] : [{ name: "instance", value: instance }]),
      { name: "level", value: "info" },
      { name: "type", value: type },
    ];
    const line = { id: newId("log"), timestamp: timestamp(), message, labels };
    this.kept.push(line);
    for (const listener of this.listeners) listener(line);
    this.characters += message.length;
    if (this.kept.length > MOST_LINES || this.characters > MOST_CHARACTERS) this.dropOlder();
  }

  private dropOlder(): void {
    let from = Math.max(0, this.kept.length - MOST_LINES / 2);
    for (const { message } of this.kept.slice(0, from)) this.characters -= message.length;
    // The newest line stays, whatever its length.
    for (; this.characters > MOST_CHARACTERS / 2 && from < this.kept.length - 1; from += 1)
      this.characters -= this.kept[from]?.message.length ?? 0;
    this.kept = this.kept.slice(from);
  }

  /** Lines of the platform. */
  say(type: LogType, ...messages: readonly string[]): void {
    for (const message of messages) this.write(`==> ${message}`, type);
  }

  /** A line of the embedded Render itself, marked so that a reader does not take it for Render's. */
  note(type: LogType, message: string): void {
    this.say(type, `[embedded Render] ${message}`);
  }
}
