import { type SchemaJudge, schemaJudge } from "../domain/json-schema";
import { type Answer, fail, notDecided } from "./answer";

/** A larger body is not judged, in bytes: it would have to be kept whole. */
const MOST = 10 * 1024 * 1024;
const MOST_NAMED = 5;

/** Keeps a JSON body, and judges it by a schema at its end. */
export class BodySchema {
  private readonly chunks: Buffer[] = [];
  private size = 0;
  private readonly judge: SchemaJudge;

  constructor(schema: Readonly<Record<string, unknown>>) {
    this.judge = schemaJudge(schema);
  }

  add(chunk: Buffer): void {
    this.size += chunk.length;
    if (this.size <= MOST) this.chunks.push(chunk);
    else this.chunks.length = 0;
  }

  /** What is not as expected, in words that quote no value; undefined where the schema holds. */
  problem(what: string): Answer | undefined {
    if (this.size > MOST) {
      return notDecided(`${what}: its body is larger than 10 MB, and \`bodySchema\` judges no more`);
    }
    let value: unknown;
    try {
      value = JSON.parse(Buffer.concat(this.chunks).toString("utf8"));
    } catch {
      return fail(`${what}: expected JSON by \`bodySchema\`, got ${this.size} bytes that are none`);
    }
    const problems = this.judge(value);
    if (problems.length === 0) return undefined;
    const more = problems.length > MOST_NAMED ? `, and ${problems.length - MOST_NAMED} more` : "";
    const words = problems.slice(0, MOST_NAMED).join(", ");
    return fail(`${what}: the answer is not as \`bodySchema\` says: ${words}${more}`);
  }
}
