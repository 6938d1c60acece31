/** A name as Pulumi takes it for projects and stacks: letters, digits, `_`, `-` and `.`; never empty. */
export function plainName(name: string, otherwise: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll(/[^\w.-]+/g, "-")
    .replaceAll(/^[-.]+|[-.]+$/g, "");
  return plain === "" ? otherwise : plain.slice(0, 100);
}
