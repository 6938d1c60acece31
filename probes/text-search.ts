import type { TextDecoder } from "node:util";
import { decoderOf } from "./charset";

/** Whether a text occurs in a body of any size, of which no more is kept than a match across two chunks needs. */
export class TextSearch {
  found = false;
  private readonly decoder: TextDecoder;
  private tail = "";

  /** @param contentType says in which charset the body is. @default UTF-8 */
  constructor(
    private readonly wanted: string,
    contentType?: string,
  ) {
    this.decoder = decoderOf(contentType);
  }

  add(chunk: Buffer): void {
    if (this.found) return;
    const text = this.tail + this.decoder.decode(chunk, { stream: true });
    this.found = text.includes(this.wanted);
    this.tail = text.slice(Math.max(0, text.length - this.wanted.length + 1));
  }
}
