import { type Fact, factsOf, type PlatformFact } from "../../domain/fact";
import { remembered } from "../../domain/remembered";
import type { Undecided } from "../../domain/rule";
import { bytesOf } from "../../domain/start-command/jvm-options";

const MB = 1024 ** 2;

/** The memory of an instance in MB, by its plan (render.com/pricing, read 2026-11-30). */
const MEMORY: Readonly<Record<string, number>> = {
  free: 512,
  starter: 512,
  standard: 2_048,
  pro: 4_096,
  "pro plus": 8_192,
  "pro max": 16_384,
  "pro ultra": 32_768,
};

/** Variables that hold options of a runtime. */
const OPTIONS = /^(?:JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS|NODE_OPTIONS)$/;

/** A heap that is larger than the instance: whether the program ever fills it is not known. */
export function largeHeaps(facts: readonly Fact[], platform: PlatformFact): readonly Undecided[] {
  const memory = MEMORY[platform.plan?.replaceAll("_", " ") ?? ""];
  if (memory === undefined) return [];
  const ofService = ({ service }: { readonly service?: string | undefined }) => service === platform.service;
  const texts = [
    ...factsOf(facts, "start-command").map((fact) => ({ fact, text: fact.command })),
    ...factsOf(facts, "variable")
      .filter(({ name }) => OPTIONS.test(name))
      .map((fact) => ({ fact, text: fact.value })),
  ];
  return texts.flatMap(({ fact, text }) => {
    if (!ofService(fact) || !text.known) return [];
    const heap = Math.max(...heapsIn(text.value), 0);
    const why = `a heap of ${heap} MB may grow beyond the ${memory} MB of the plan, and the instance is then ended`;
    return heap > memory ? [{ place: fact.place, why }] : [];
  });
}

const heapsIn = remembered((text): readonly number[] => {
  const java = [...text.matchAll(/(?:^|\s)-Xm[xs](\d+[kmgt]?)(?=\s|$)/gi)].map(
    ([, size = ""]) => (bytesOf(size) ?? 0) / MB,
  );
  const node = [...text.matchAll(/--max[-_]old[-_]space[-_]size=(\d+)(?=\s|$)/g)].map(([, size]) =>
    Number(size),
  );
  return [...java, ...node].map(Math.round);
});
