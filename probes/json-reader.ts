import { JSONParser, type ParsedElementInfo } from "@streamparser/json";

/** Reads values at given paths out of a JSON body of any size. Nothing else of it is kept. */
export abstract class JsonReader {
  protected broken = false;
  protected readonly parser: JSONParser;

  protected constructor(paths: string[]) {
    this.parser = new JSONParser({ paths, keepStack: false });
    this.parser.onValue = (found) => this.take(found);
    this.parser.onError = () => {
      this.broken = true;
    };
  }

  add(chunk: Buffer): void {
    if (this.broken || this.parser.isEnded) return;
    try {
      this.parser.write(chunk);
    } catch {
      this.broken = true;
    }
  }

  protected abstract take(found: ParsedElementInfo): void;
}
