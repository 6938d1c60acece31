interface PollPlan {
  /** Milliseconds before the second look. */
  readonly first: number;
  /** By how much each pause is longer than the one before it. */
  readonly factor: number;
  /** The longest pause, in milliseconds. */
  readonly most: number;
}

/** How often a deploy is asked for; Render's Terraform provider: after 3 s, each time a fifth later, at most 15 s. */
export const DEPLOY_POLL: PollPlan = { first: 1_000, factor: 1.2, most: 15_000 };

/** For a verdict that is due as soon as the log shows it. */
export const LOG_POLL: PollPlan = { first: 1_000, factor: 1.1, most: 3_000 };

/** The pauses between looks at something that takes its time, each longer than the one before. */
export class PollPauses {
  #pause: number;

  constructor(private readonly plan: PollPlan) {
    this.#pause = plan.first;
  }

  /** How long to wait until the next look, in milliseconds. */
  get current(): number {
    return this.#pause;
  }

  grow(): void {
    this.#pause = Math.min(this.#pause * this.plan.factor, this.plan.most);
  }

  restart(): void {
    this.#pause = this.plan.first;
  }
}
