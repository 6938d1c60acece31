import { StringDecoder } from "node:string_decoder";

/** Whether a text occurs in a body of any size, of which no more is kept than a match across two chunks needs. */
export class TextSearch {
  found = false;
  private readonly decoder = new StringDecoder("utf8");
  private tail = "";

  constructor(private readonly wanted: string) {}

  add(chunk: Buffer): void {
    if (this.found) return;
    const text = this.tail + this.decoder.write(chunk);
    this.found = text.includes(this.wanted);
    this.tail = text.slice(Math.max(0, text.length - this.wanted.length + 1));
  }
}
