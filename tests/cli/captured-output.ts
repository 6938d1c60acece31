/** What `work` writes to the terminal, both streams in one text. */
export async function captured(work: () => unknown): Promise<string> {
  const parts: string[] = [];
  const streams = [process.stdout, process.stderr] as const;
  const before = streams.map((stream) => stream.write);
  for (const stream of streams) {
    stream.write = ((text: string | Uint8Array) => {
      parts.push(String(text));
      return true;
    }) as typeof stream.write;
  }
  try {
    await work();
  } finally {
    for (const [index, stream] of streams.entries()) stream.write = before[index] ?? stream.write;
  }
  return parts.join("");
}
