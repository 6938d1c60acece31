import { StatedHealth } from "./stated-health";
import { StatedLoosely } from "./stated-loosely";
import { NOT_YET, type Stated, UNHEALTHY } from "./stated-words";

/** A health check's answer as plain text is one word (ASP.NET Core's `Unhealthy`), and no more than this is one, in bytes. */
const WORD = 32;

/** Reads whether a health check's plain text, or JSON of one value, is a word for a service that fails. */
class StatedWord implements Stated {
  private text = "";

  add(chunk: Buffer): void {
    if (this.text.length <= WORD) this.text += chunk.subarray(0, WORD + 1).toString("utf8");
  }

  private get word(): string {
    return this.text.trim().replace(/^"(.*)"$/, "$1");
  }

  problem(): string | undefined {
    return UNHEALTHY.test(this.word) ? `it says \`${this.word}\`` : undefined;
  }

  doubt(): string | undefined {
    return NOT_YET.test(this.word) && this.text.length <= WORD ? `it says \`${this.word}\`` : undefined;
  }

  remark(): undefined {}
}

/** Reads JSON, and a text that may be JSON, as frameworks send it that are given no type. */
export class StatedText implements Stated {
  private reader: StatedHealth | StatedWord | undefined;
  private readonly loosely: StatedLoosely;

  constructor(contentType: string) {
    this.loosely = new StatedLoosely(contentType);
  }

  add(chunk: Buffer): void {
    const begins = chunk
      .toString("latin1")
      .replace(/^\u00EF\u00BB\u00BF/, "")
      .trimStart();
    if (begins !== "") this.reader ??= /^[{[]/.test(begins) ? new StatedHealth() : new StatedWord();
    this.reader?.add(chunk);
    this.loosely.add(chunk);
  }

  problem(): string | undefined {
    return this.reader?.problem();
  }

  doubt(): string | undefined {
    if (this.reader instanceof StatedHealth && this.reader.isJson) return this.reader.doubt();
    return this.reader?.doubt() ?? this.loosely.doubt();
  }

  remark(): string | undefined {
    return this.reader?.remark();
  }
}
