/** What an image puts before a CMD in exec form. */
interface BaseEntrypoint {
  readonly image: RegExp;
  readonly words: readonly string[];
  /** The first words of a CMD that it takes for its own; it starts all others as they are. @default all */
  readonly takes?: RegExp;
}

/** Docker's official images, by the names of its mirrors too. */
const official = (name: string): RegExp =>
  new RegExp(
    `^(?:(?:(?:index\\.)?docker\\.io|registry\\.hub\\.docker\\.com|mirror\\.gcr\\.io|public\\.ecr\\.aws/docker)/)?(?:library/)?${name}(?:[:@]|$)`,
  );

/** An option or a file of JavaScript: what is no command of the image is given to its runtime. */
const SCRIPT = /^-|\.[cm]?[jt]s$/;

/**
 * Images of runtimes (GoogleContainerTools/distroless: nodejs, java and python3; docker-entrypoint.sh of nodejs/docker-node,
 * oven-sh/bun and denoland/deno_docker; edu.chainguard.dev: node, python; hub.docker.com/r/bellsoft/hardened-nodejs.
 * November 2026).
 */
const ENTRYPOINTS: readonly BaseEntrypoint[] = [
  { image: /^gcr\.io\/distroless\/nodejs\d*(?:-debian\d+)?(?:[:@]|$)/, words: ["node"] },
  { image: /^gcr\.io\/distroless\/java\d*(?:-debian\d+)?(?:[:@]|$)/, words: ["java", "-jar"] },
  { image: /^gcr\.io\/distroless\/python3(?:-debian\d+)?(?:[:@]|$)/, words: ["python3"] },
  { image: official("node"), words: ["node"], takes: SCRIPT },
  { image: official("oven/bun"), words: ["bun"], takes: SCRIPT },
  { image: official("denoland/deno"), words: ["deno"], takes: /^-|^(?:run|serve|task)$/ },
  { image: /^cgr\.dev\/[\w.-]+\/node(?:-lts)?(?:[:@]|$)/, words: ["node"], takes: SCRIPT },
  { image: /^cgr\.dev\/[\w.-]+\/python(?:[:@]|$)/, words: ["python"], takes: /^-|\.py$/ },
  { image: /^(?:docker\.io\/)?bellsoft\/hardened-nodejs(?:[:@]|$)/, words: ["node"], takes: SCRIPT },
];

/** The words of a base image's own ENTRYPOINT; undefined where none is known, or the CMD has them again. */
export function baseEntrypoint(
  image: string,
  command: readonly string[] | undefined,
): readonly string[] | undefined {
  const { words, takes } = ENTRYPOINTS.find((one) => one.image.test(image)) ?? {};
  const [program = "", first] = [words?.[0], command?.[0]];
  if (first === undefined || first.split("/").at(-1)?.startsWith(program)) return undefined;
  return takes === undefined || takes.test(first) ? words : undefined;
}
