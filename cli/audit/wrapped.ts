/** A text after its label, wrapped at spaces to fit a width. Further lines are indented to the text. */
export function wrapped(label: string, text: string, width: number): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    // A word that is longer than the line is not broken.
    if (line !== "" && label.length + longer.length > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return label + [...lines, line].join(`\n${" ".repeat(label.length)}`);
}
