/** A text after its label, broken at spaces to fit a width; further lines stand under its beginning. */
export function wrapped(label: string, text: string, width: number): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    // A word that is longer than the line stays whole.
    if (line !== "" && label.length + longer.length > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return label + [...lines, line].join(`\n${" ".repeat(label.length)}`);
}
