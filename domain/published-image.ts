/** What an image that its maker publishes opens by itself, by its page of settings or its Dockerfile. */
export interface PublishedImage {
  /** Without Docker Hub's own address and `library/`. */
  readonly names: readonly string[];
  /** Where it listens where no variable says otherwise; of several ports the one for requests. */
  readonly port: string;
  /** @default 0.0.0.0 */
  readonly host?: string;
  /** Further ports that it opens, such as one of gRPC or of a console. */
  readonly also?: readonly string[];
  /** Variables by which it takes host, port and both; the first that is set wins, and one of both before them. */
  readonly hostVariables?: readonly string[];
  readonly portVariables?: readonly string[];
  readonly bindVariables?: readonly string[];
  /** Variables with which it listens where no table says. */
  readonly elsewhereVariables?: RegExp;
  /** Where its file of settings is, which may say another port: a disk there brings one. */
  readonly settingsBelow?: RegExp;
}
