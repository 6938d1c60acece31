/** Files that import one another, each circle in the order of its names: the strongly connected parts (Tarjan, 1972). */
export function circlesOf(
  files: readonly string[],
  targetsOf: (file: string) => readonly string[],
): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string): number => {
    const own = order.size;
    order.set(file, own);
    open.push(file);
    let least = own;
    const targets = targetsOf(file);
    for (const target of targets) {
      if (!order.has(target)) least = Math.min(least, visit(target));
      else if (open.includes(target)) least = Math.min(least, lowest.get(target) ?? order.get(target) ?? own);
    }
    lowest.set(file, least);
    if (least < own) return least;
    const part = open.splice(open.indexOf(file));
    if (part.length > 1 || targets.includes(file)) circles.push(part.toSorted());
    return least;
  };
  for (const file of files) if (!order.has(file)) visit(file);
  return circles;
}
