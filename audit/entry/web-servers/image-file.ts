/** One file of an image, with where its text is written in the repository. */
export interface ImageFile {
  readonly path: string;
  readonly text: string;
  /** The file of the repository; of what the image brings, its Dockerfile. */
  readonly file: string;
  /** The line that says all of it, where the text is not the file's own. */
  readonly line?: number;
  /** Whether variables of the environment are filled in before the server reads it. */
  readonly filledIn?: boolean;
}
