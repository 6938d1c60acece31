/**
 * What an image without a shell puts before a CMD in exec form (GoogleContainerTools/distroless: nodejs, java and
 * python3; November 2026).
 */
const ENTRYPOINTS: readonly (readonly [image: RegExp, words: readonly string[]])[] = [
  [/^gcr\.io\/distroless\/nodejs\d*(?:-debian\d+)?(?:[:@]|$)/, ["node"]],
  [/^gcr\.io\/distroless\/java\d*(?:-debian\d+)?(?:[:@]|$)/, ["java", "-jar"]],
  [/^gcr\.io\/distroless\/python3(?:-debian\d+)?(?:[:@]|$)/, ["python3"]],
];

/** The words of a base image's own ENTRYPOINT; undefined where none is known, or the CMD has them again. */
export function baseEntrypoint(
  image: string,
  command: readonly string[] | undefined,
): readonly string[] | undefined {
  const [, words] = ENTRYPOINTS.find(([of]) => of.test(image)) ?? [];
  const [program = "", first] = [words?.[0], command?.[0]?.split("/").at(-1)];
  return first === undefined || first.startsWith(program) ? undefined : words;
}
