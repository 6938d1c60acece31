import { type From, type Instruction, ModifiableInstruction } from "dockerfile-ast";
import { oncePer } from "../../once-per-repository";

/** The instructions that make the image which is built in the end. */
export interface LastImage {
  /** The arguments before the first FROM: a stage that names one again has its default. */
  readonly before: readonly Instruction[];
  /** Those of the last stage, after those of the stage that its FROM names, and so on upwards. */
  readonly instructions: readonly Instruction[];
}

/** @param target the stage that is built @default the last one */
export function lastImage(whole: readonly Instruction[], target?: string): LastImage {
  const all = target === undefined ? whole : upTo(whole, target);
  const starts = startsOf(all);
  const named = (name: string, before: number): number =>
    starts.findLastIndex((at, index) => index < before && stageName(all[at]) === name);
  return {
    before: all.slice(0, starts[0] ?? 0),
    instructions: withBases(all, starts, starts.length - 1, named),
  };
}

/** The instructions of the stage of an instruction or of a name, after those of the stages that it is made from. */
export function stageAt(whole: readonly Instruction[], of: Instruction | string): readonly Instruction[] {
  const starts = startsOf(whole);
  const named = (name: string, before: number): number =>
    starts.findLastIndex(
      (at, index) => index < before && (stageName(whole[at]) === name || String(index) === name),
    );
  const last =
    typeof of === "string" ? named(of, starts.length) : starts.findLastIndex((at) => at <= whole.indexOf(of));
  return withBases(whole, starts, last, named);
}

/** Where each stage starts. */
function startsOf(all: readonly Instruction[]): readonly number[] {
  return all.flatMap((one, at) => (one.getKeyword() === "FROM" ? [at] : []));
}

function stageName(one: Instruction | undefined): string | undefined {
  return one?.getKeyword() === "FROM" ? (one as From).getBuildStage()?.toLowerCase() : undefined;
}

/** The instructions of a stage, after those of the stages that it is made from, each of which is before it. */
function withBases(
  all: readonly Instruction[],
  starts: readonly number[],
  last: number,
  named: (name: string, before: number) => number,
): readonly Instruction[] {
  const kept: (readonly Instruction[])[] = [];
  let index = last;
  while (index >= 0) {
    const stage = all.slice(starts[index], starts[index + 1]);
    kept.push(stage);
    index = named(baseImage(stage).toLowerCase(), index);
  }
  return kept.toReversed().flat();
}

/** The image that the first of some instructions names; empty where it is no FROM. */
export function baseImage([first]: readonly Instruction[]): string {
  return first?.getKeyword() === "FROM" ? ((first as From).getImage() ?? "") : "";
}

/** The instructions of the last image, and of the stages that it copies from, which are built for it. */
export const builtForLast = oncePer((whole: readonly Instruction[]): readonly Instruction[] => {
  const found = new Set(lastImage(whole).instructions);
  const asked = new Set<string>();
  // What a stage that is added copies from is asked for in turn.
  for (const instruction of found)
    for (const stage of stagesIn(instruction)) {
      if (asked.has(stage) || !hasStage(whole, stage)) continue;
      asked.add(stage);
      for (const one of lastImage(whole, stage).instructions) found.add(one);
    }
  return whole.filter((instruction) => found.has(instruction));
});

/** `COPY --from=build`, `RUN --mount=type=bind,from=build` */
function stagesIn(instruction: Instruction): readonly string[] {
  const flags = instruction instanceof ModifiableInstruction ? instruction.getFlags() : [];
  return flags.flatMap((flag) => {
    const value = flag.getValue() ?? "";
    const from = flag.getName() === "from" ? value : /(?:^|,)from=([^,]+)/.exec(value)?.[1];
    return from === undefined ? [] : [from.toLowerCase()];
  });
}

function hasStage(all: readonly Instruction[], name: string): boolean {
  return all.some((one) => stageName(one) === name);
}

/** The instructions up to the end of a stage; all of them where there is no such stage. */
function upTo(all: readonly Instruction[], target: string): readonly Instruction[] {
  const name = target.toLowerCase();
  const isFrom = (instruction: Instruction): boolean => instruction.getKeyword() === "FROM";
  const start = all.findIndex((one) => stageName(one) === name);
  const end = start < 0 ? -1 : all.findIndex((one, at) => at > start && isFrom(one));
  return end < 0 ? all : all.slice(0, end);
}
