import type { FailureRecord, Mean, RecordFolder, Status } from "../../records";
import { folderOption, recordsFolder } from "../stacks/project-folder";

/** `2026-03-01 09:30 UTC`. */
export function moment(time: string): string {
  return `${new Date(time).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

const UNITS: readonly (readonly [string, number])[] = [
  ["d", 86_400],
  ["h", 3_600],
  ["min", 60],
  ["s", 1],
];

/** The two largest units: `3 d 4 h`, `12 min`, `0 s`. */
export function duration(seconds: number): string {
  let left = Math.round(seconds);
  const parts = UNITS.map(([unit, size]) => {
    const count = Math.floor(left / size);
    left -= count * size;
    return { unit, count };
  });
  const first = parts.findIndex(({ count }) => count > 0);
  if (first === -1) return "0 s";
  const told = parts.slice(first, first + 2).filter(({ count }) => count > 0);
  return told.map(({ count, unit }) => `${count} ${unit}`).join(" ");
}

/** `2 d 3 h, of 4 failures`, or what is missing for it. */
export function meanWords({ seconds, of }: Mean, without: string): string {
  return seconds === undefined
    ? without
    : `${duration(seconds)}, of ${of} ${of === 1 ? "failure" : "failures"}`;
}

export function times(count: number): string {
  return count === 1 ? "once" : count === 2 ? "twice" : `${count} times`;
}

/** `.env.production:3`, or the place where that is no file. */
export function factPlace({ file, line, place }: FailureRecord["contributing"][number]): string {
  if (file !== undefined) return line === undefined ? file : `${file}:${line}`;
  return place ?? "";
}

/** The next step for a record in a folder, as a sentence. */
export function nextStep(
  { id, status, environment, certainty }: FailureRecord,
  folder = recordsFolder(),
): string {
  const move = (to: Status, options: string) =>
    `\`portcullis fracas move ${id} ${to} ${options}${folderOption(folder)}\``;
  switch (status) {
    case "open":
      if (certainty === "certain")
        return `Read the cause; where you agree, type ${move("analysed", "--by NAME")}.`;
      return `Find the cause and type ${move("analysed", "--by NAME --root-cause '…'")}.`;
    case "analysed":
      return `Correct it, commit, and type ${move("corrected", "--commit SHA --by NAME")}.`;
    case "corrected":
      return `The next verification of ${environment} that passes on that commit or a later one verifies it.`;
    case "verified":
      return `Review it and type ${move("closed", "--by NAME")}.`;
    case "closed":
      return "Nothing is left to do; it reopens by itself where the failure comes back.";
  }
}

/** One line a file that cannot be read; undefined where there is none. */
export function problemWords({ problems }: Pick<RecordFolder, "problems">): string | undefined {
  if (problems.length === 0) return undefined;
  return ["could not be read, and is left as it is:", ...problems.map(({ message }) => `  ${message}`)].join(
    "\n",
  );
}
