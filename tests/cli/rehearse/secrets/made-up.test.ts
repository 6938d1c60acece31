import assert from "node:assert/strict";
import { madeUpIn } from "../../../../cli/rehearse/secrets/made-up";

const SERVICES = "portcullis:services.jobs.environment";
const secretPlaces = [
  ...["render:apiKey", "portcullis:databasePassword", "portcullis:databases.main.url"],
  ...[`${SERVICES}.BROKER_URL`, `${SERVICES}.SENTRY_DSN`, "portcullis:environment.SENTRY_DSN"],
];

describe("Secrets that a rehearsal has made up", () => {
  it("are named where a service gets them, each once, with where to say others", () => {
    const said = madeUpIn({ secretPlaces }, new Map(), []);
    assert.match(
      said ?? "",
      /^Made up for this rehearsal: BROKER_URL, SENTRY_DSN\. .*--env-file.*rehearsal\.variables/,
    );
  });

  it("are not those that an env file or the stack file gives", () => {
    const given = new Map([[`${SERVICES}.SENTRY_DSN`, "x"]]);
    assert.doesNotMatch(madeUpIn({ secretPlaces }, given, ["BROKER_URL"]) ?? "", /BROKER_URL/);
    assert.equal(
      madeUpIn({ secretPlaces: [`${SERVICES}.BROKER_URL`] }, new Map(), ["BROKER_URL"]),
      undefined,
    );
  });
});
