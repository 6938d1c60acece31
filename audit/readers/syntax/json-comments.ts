/** Texts in quotes, which may hold a comment's signs as patterns of files do, and comments, of which one may have no end. */
const PARTS = /"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;

/** JSON as .NET and TypeScript take it, without the comments that JSON has not. One without an end is left. */
export const withoutComments = (text: string): string =>
  text.replaceAll(PARTS, (part) =>
    part.startsWith('"') || (part.startsWith("/*") && !part.endsWith("*/")) ? part : "",
  );
