import assert from "node:assert/strict";
import { type Diagnosis, diagnose, readLogLines } from "../../../diagnosis";

const of = (...lines: readonly string[]): Diagnosis => diagnose(readLogLines(lines));
const numbers = ({ evidence }: Diagnosis): readonly number[] => evidence.map(({ line }) => line);

const ON_LOCALHOST =
  "==> Port scan timeout reached, no open ports detected on 0.0.0.0. Detected open ports on localhost -- did you mean to bind one of these to 0.0.0.0?";

describe("Render's scan that finds a port on localhost alone", () => {
  it("says by itself that the bind is the likely cause", () => {
    const said = of(ON_LOCALHOST);
    assert.equal(said.failureMode, "port/loopback-bind");
    assert.equal(said.certainty, "likely");
    assert.match(said.correctiveAction, /0\.0\.0\.0/);
    assert.deepEqual(numbers(said), [1]);
  });

  it("is read where the terminal broke its sentence", () => {
    const [first = "", second = ""] = ON_LOCALHOST.split(/(?<=0\.0\.0\.0\.) /);
    assert.equal(of(first, second).failureMode, "port/loopback-bind");
  });

  it("is read beside the PORT that Render looked for", () => {
    const said = of(
      "==> Port scan timeout reached, failed to detect open port 4000 from PORT environment variable. Detected open ports on localhost -- did you mean to bind one of these to 0.0.0.0?",
    );
    assert.equal(said.failureMode, "port/loopback-bind");
  });

  it("decides together with a server that says that it listens and not where", () => {
    const said = of("listening on 3000", ON_LOCALHOST);
    assert.equal(said.failureMode, "port/loopback-bind");
    assert.equal(said.certainty, "certain");
    assert.match(said.rootCause, /3000/);
    assert.deepEqual(numbers(said), [1, 2]);
  });

  it("does not decide against a server that says that it listens for all", () => {
    const said = of("INFO:     Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)", ON_LOCALHOST);
    assert.notEqual(said.certainty, "certain");
  });

  it("is another thing than a scan that finds none at all", () => {
    const said = of("==> Port scan timeout reached, no open ports detected on 0.0.0.0.");
    assert.equal(said.failureMode, "port/none-open");
  });
});

const R10 =
  "heroku[web.1]: Error R10 (Boot timeout) -> Web process failed to bind to $PORT within 60 seconds of launch";

describe("A process of Heroku that opens a port of its own", () => {
  it("is to listen on the PORT that Heroku gives it", () => {
    const said = of("app[web.1]: listening on 3000", R10);
    assert.equal(said.failureMode, "port/mismatch");
    assert.equal(said.certainty, "certain");
    assert.equal(said.preventiveRule, "port/hard-coded");
    assert.match(said.correctiveAction, /process\.env\.PORT/);
    assert.match(said.correctiveAction, /\$PORT/);
    assert.doesNotMatch(said.correctiveAction, /one port everywhere|remove PORT/);
    assert.match(said.rootCause, /3000/);
  });

  it("is to leave PORT to Heroku where its script sets it", () => {
    const said = of(
      "app[web.1]: > PORT=2057 node index.js",
      "app[web.1]: Server listening on port 2057",
      R10,
    );
    assert.equal(said.failureMode, "port/mismatch");
    assert.match(said.correctiveAction, /PORT=2057/);
    assert.doesNotMatch(said.correctiveAction, /one port everywhere/);
  });
});
