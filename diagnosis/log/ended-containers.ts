import { stripVTControlCharacters } from "node:util";

const ENDS = /^(?<name>[\w.-]+) exited with code \d/;
const SPEAKS = /^(?<name>[\w.-]+)\s+\| /;

/** Containers of compose that ended: the next line of one is of its next start. */
export class EndedContainers {
  private readonly names = new Set<string>();

  /** Whether a line is the first that a container writes after its end. */
  beginsAgain(line: string): boolean {
    const mayEnd = line.includes(" exited with code ");
    if (!mayEnd && this.names.size === 0) return false;
    const plain = stripVTControlCharacters(line);
    const ended = mayEnd ? ENDS.exec(plain)?.groups?.name : undefined;
    if (ended !== undefined) this.names.add(ended);
    const speaks = SPEAKS.exec(plain)?.groups?.name;
    return speaks !== undefined && this.names.delete(speaks);
  }
}
