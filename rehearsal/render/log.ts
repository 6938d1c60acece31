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

/** The log of one service: its processes' output and the platform's own lines, which begin with `==>`. */
export class ServiceLog {
  private kept: LogLine[] = [];

  constructor(private readonly resource: string) {}

  get lines(): readonly LogLine[] {
    return this.kept;
  }

  write(message: string, type: LogType, instance?: string): void {
    const labels = [
      { name: "resource", value: this.resource },
      ...(instance === undefined ? [] : [{ name: "instance", value: instance }]),
      { name: "level", value: "info" },
      { name: "type", value: type },
    ];
    this.kept.push({ id: newId("log"), timestamp: timestamp(), message, labels });
    if (this.kept.length > MOST_LINES) this.kept = this.kept.slice(-MOST_LINES / 2);
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
