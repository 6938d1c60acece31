import { findEngine } from "../engine";
import { VerifiedProject } from "../tests/components/verified-project";
import { spread } from "./growth";
import { heldTo } from "./held";
import { median } from "./paired";

/** In seconds. */
const LIMIT = 1;
const ROUNDS = 5;
/** As the project declares it. */
const WINDOW = 1;

interface Verified {
  readonly deployId: string;
  readonly outcome: string;
  /** When it ended, in ISO 8601. */
  readonly at: string;
}

/**
 * A verification's own time: from Render's saying that the deploy is live to the verification's end, without the
 * stability window. The embedded Render, pooler and PostgreSQL answer at once.
 */
export async function benchVerification(report: (line: string) => void): Promise<void> {
  const engine = await findEngine({ report });
  const project = await VerifiedProject.open(engine);
  try {
    const own: number[] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      // Another variable is another deploy.
      const environment = { ROUND: String(round) };
      await project.write("staging", { environment, verify: { stability: `${WINDOW}s` } });
      const { status, output } = await project.pulumi(["up", "-s", "staging", "--yes", "--skip-preview"]);
      if (status !== 0) throw new Error(output);
      const { main } = await project.output<{
        main: { serviceId: string; verification: Verified };
      }>("staging", "services");
      const { deployId, at } = main.verification;
      const deploy = await project.ask<{ finishedAt: string }>(
        `/services/${main.serviceId}/deploys/${deployId}`,
      );
      const seconds = (Date.parse(at) - Date.parse(deploy.finishedAt)) / 1000 - WINDOW;
      report(`  verification ${round} of ${ROUNDS}: ${seconds.toFixed(2)} s beside its window`);
      own.push(seconds);
    }
    const found = median(own);
    report(`verification's own time: ${found.toFixed(2)} s${spread(own, 2)}, ${heldTo(LIMIT, found)} s`);
  } finally {
    await project.close();
  }
}
