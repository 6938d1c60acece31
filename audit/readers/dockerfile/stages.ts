import type { From, Instruction } from "dockerfile-ast";

/** The instructions that make the image which is built in the end. */
export interface LastImage {
  /** The arguments before the first FROM: a stage that names one again has its default. */
  readonly before: readonly Instruction[];
  /** Those of the last stage, after those of the stage that its FROM names, and so on upwards. */
  readonly instructions: readonly Instruction[];
}

export function lastImage(all: readonly Instruction[]): LastImage {
  const starts = all.flatMap((instruction, at) => (instruction.getKeyword() === "FROM" ? [at] : []));
  const kept: (readonly Instruction[])[] = [];
  let wanted: string | undefined;
  for (const [index, start] of [...starts.entries()].toReversed()) {
    const from = all[start] as From;
    if (index < starts.length - 1 && from.getBuildStage()?.toLowerCase() !== wanted) continue;
    kept.push(all.slice(start, starts[index + 1]));
    wanted = from.getImage()?.toLowerCase();
    if (wanted === undefined) break;
  }
  return { before: all.slice(0, starts[0] ?? 0), instructions: kept.toReversed().flat() };
}
