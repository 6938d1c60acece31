import type { Client } from "pg";

/** The turns of logins at one server that counts those it refuses: one goes first, and the others wait for its answer. */
export class LoginTurns {
  readonly #decided: Promise<boolean>;
  #decide: (others: boolean) => void = () => {};

  constructor() {
    this.#decided = new Promise((resolve) => {
      this.#decide = resolve;
    });
  }

  /** The first was let in, or ended without a refusal: the others may log in. Or it was refused, and they may not. */
  decide(othersMayLogIn: boolean): void {
    this.#decide(othersMayLogIn);
  }

  /** Whether the others may log in. */
  get decided(): Promise<boolean> {
    return this.#decided;
  }
}

/** What became of a login that waits. */
export interface Held {
  /** True where it was not its turn, and nothing of a login was sent. */
  kept: boolean;
  /** When its turn came, by `performance.now()`. */
  began?: number;
}

/** The driver's own way to begin a login: its first message, which names user and database. */
interface Starting {
  startup: (settings: unknown) => void;
}

/**
 * Lets a client connect and encrypt at once, and begin its login only when it may. Until then it has `timeout`
 * milliseconds, and not the time of its login.
 */
export function holdLogin(client: Client, mayLogIn: Promise<boolean>, timeout: number): Held {
  const held: Held = { kept: false };
  const { connection } = client;
  const starting = connection as unknown as Starting;
  const begin = starting.startup.bind(connection);
  const end = (words: string) => connection.stream.destroy(new Error(words));
  const late = setTimeout(() => end("timeout expired"), timeout).unref();
  starting.startup = (settings) => {
    clearTimeout(late);
    void mayLogIn.then((may) => {
      held.kept = !may;
      held.began = performance.now();
      if (may) begin(settings);
      else end("not asked");
    });
  };
  connection.once("end", () => clearTimeout(late));
  return held;
}
