/** Asks a session; values are parameters. */
export type Ask = <Row>(question: string, values: readonly unknown[]) => Promise<readonly Row[]>;
