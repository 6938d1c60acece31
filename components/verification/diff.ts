import { isDeepStrictEqual } from "node:util";
import { NOT_VERIFIED } from "./inputs";

type Properties = Readonly<Record<string, unknown>>;

/** Whether a change needs a new verification. */
export async function diff(_id: string, olds: Properties, news: Properties): Promise<{ changes: boolean }> {
  const keys = new Set([...Object.keys(olds), ...Object.keys(news)]);
  const compared = [...keys].filter((key) => key !== "result" && !NOT_VERIFIED.has(key));
  return { changes: compared.some((key) => !isDeepStrictEqual(olds[key], news[key])) };
}
