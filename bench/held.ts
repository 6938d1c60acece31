/** Whether what was found is within its limit, in the words of all benches. */
export const heldTo = (limit: number, found: number): string =>
  `${found <= limit ? "within" : "ABOVE"} ${limit}`;
