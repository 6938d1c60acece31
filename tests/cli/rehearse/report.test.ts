import assert from "node:assert/strict";
import { stripVTControlCharacters } from "node:util";
import type { RehearsedStack } from "../../../cli/rehearse/rehearsed-stack";
import { rehearsalReport } from "../../../cli/rehearse/report";
import { declaredPorts } from "../../../cli/stacks/declared-ports";
import { unjudgedSecrets } from "../../../cli/stacks/unjudged-secrets";

const VARIABLE = "portcullis:services.api.environment.REPORTS_URL";
const PLACES = ["portcullis:databaseUrl", "portcullis:databasePassword", VARIABLE];

const report = (more: Partial<RehearsedStack>): string =>
  stripVTControlCharacters(
    rehearsalReport(
      [
        {
          ...{ stack: "staging", result: "verified", checks: [], policies: [], seconds: 1, detail: "" },
          ...more,
        },
      ],
      1,
    ),
  );

describe("the report of a rehearsal", () => {
  it("names the secrets whose values no rule has seen, and no variable of --env-file", () => {
    const notJudged = unjudgedSecrets({ secretPlaces: PLACES }, new Map([[VARIABLE, "postgresql://h/d"]]));
    assert.deepEqual(notJudged, ["portcullis:databaseUrl"]);
    assert.deepEqual(unjudgedSecrets({ secretPlaces: PLACES }), ["portcullis:databaseUrl", VARIABLE]);
    const text = report({ notJudged });
    assert.match(
      text,
      /^staging: not judged, since a rehearsal makes secrets up: portcullis:databaseUrl\.$/m,
    );
    assert.match(text, /pulumi preview -s STACK/);
    assert.doesNotMatch(report({}), /not judged/);
  });

  it("shows the port of each of several services", () => {
    const services = { api: { port: 8000 }, jobs: { type: "worker" }, admin: { port: 9000 } };
    const text = report(declaredPorts({ config: { "portcullis:services": services } }));
    assert.match(text, /│ api: 8000 /);
    assert.match(text, /│ admin: 9000 /);
    assert.match(report(declaredPorts({ config: { "portcullis:service": { port: 4000 } } })), /│ 4000 /);
  });
});
