import assert from "node:assert/strict";
import { diagnose, readLogLines } from "../../diagnosis";

const answer = (...log: string[]) => diagnose(readLogLines(log));

describe("A failure that is read by its form", () => {
  it("is gunicorn's without its application, not a start that went well", () => {
    const { failureMode, certainty, rootCause } = answer(
      "[2024-09-23 11:02:40 +0000] [9] [INFO] Listening at: http://127.0.0.1:8000 (9)",
      "Failed to find application object 'api' in 'main'",
      "[2024-09-23 11:02:41 +0000] [9] [INFO] Reason: App failed to load.",
    );
    assert.deepEqual([failureMode, certainty], ["import/missing-module", "certain"]);
    assert.match(rootCause, /api/);
  });

  it("has rake's own file and line, where the message names no type", () => {
    const { failureMode, certainty, rootCause, exception } = answer(
      "5.141 bin/rails aborted!",
      "5.142 Encryption keys must be configured in production",
      "5.142 /rails/config/environments/production.rb:108:in `block in <main>'",
    );
    assert.deepEqual([failureMode, certainty], ["build/failed", "likely"]);
    assert.match(rootCause, /production\.rb:108/);
    assert.deepEqual([exception?.type, exception?.line, exception?.fileLine], ["RuntimeError", 2, 108]);
  });

  it("names the port also where Cloud Run's sentence is wrapped", () => {
    const { failureMode, rootCause } = answer(
      "Revision 'api-00012-ntl' is not ready and cannot serve traffic.",
      "The user-provided container failed to start and listen on the port defined",
      "provided by the PORT=5001 environment variable.",
    );
    assert.equal(failureMode, "port/none-open");
    assert.match(rootCause, /5001/);
  });

  it("is the port's within a step of Cloud Build that deploys", () => {
    const { failureMode } = answer(
      "Step #2: ERROR: (gcloud.run.deploy) Cloud Run error: Container failed to start. Failed to start and then listen on the port defined by the",
      "PORT environment variable. Logs for this revision might contain more information.",
      'ERROR: build step 2 "cloud-sdk" failed: step exited with non-zero status: 1',
    );
    assert.equal(failureMode, "port/none-open");
  });

  it("is Go's, by the module and its version", () => {
    const { failureMode, certainty, rootCause } = answer(
      "go: github.com/gorilla/mux@v1.6.2: unknown revision v1.6.2",
      "The command '/bin/sh -c go mod download' returned a non-zero code: 1",
    );
    assert.deepEqual([failureMode, certainty], ["build/failed", "certain"]);
    assert.match(rootCause, /gorilla\/mux@v1\.6\.2: unknown revision/);
  });

  it("is what Erlang's bytes say", () => {
    const bytes = [...Buffer.from("environment variable CLOAK_KEY is missing.")].join(",");
    const { failureMode, certainty, rootCause } = answer(
      `{"init terminating in do_boot",{#{'__exception__'=>true,'__struct__'=>'Elixir.RuntimeError',message=><<${bytes}>>},[{elixir_eval,'__FILE__',1,[{file,"/app/runtime.exs"},{line,26}]}]}}`,
    );
    assert.deepEqual([failureMode, certainty], ["configuration/missing-variable", "certain"]);
    assert.match(rootCause, /CLOAK_KEY/);
  });

  it("is an exception of Elixir also as the map that Erlang prints", () => {
    const { exception } = answer(
      `{#{'__exception__'=>true,'__struct__'=>'Elixir.ArgumentError',message=><<"bad key">>},[{'Elixir.Shop',init,0,[{file,"lib/shop.ex"},{line,7}]}]}`,
    );
    assert.deepEqual(
      [exception?.type, exception?.message, exception?.file, exception?.fileLine],
      ["ArgumentError", "bad key", "lib/shop.ex", 7],
    );
  });

  it("is a port's where Render looks for the one that PORT names", () => {
    const { failureMode, certainty, rootCause } = answer(
      "Server running at http://0.0.0.0:3000",
      "==> Continuing to scan for open port 4000 (from PORT environment variable)...",
      "==> Port scan timeout reached, failed to detect open port 4000 from PORT environment variable. Bind your service to port 4000 or update the PORT environment variable to the correct port.",
    );
    assert.deepEqual([failureMode, certainty], ["port/mismatch", "certain"]);
    assert.match(rootCause, /3000.*4000/);
  });

  it("has its message also where that begins on the next line", () => {
    const { failureMode, rootCause } = answer(
      "shop.errors.DeprecationError:",
      "global.logLevel is no longer supported.",
    );
    assert.equal(failureMode, "process/exception");
    assert.match(rootCause, /global\.logLevel is no longer supported/);
  });

  it("is likely where a program panics, and quotes what it says", () => {
    const { failureMode, certainty, rootCause } = answer(
      "panic: runtime error: index out of range [3] with length 2",
    );
    assert.deepEqual([failureMode, certainty], ["process/exception", "likely"]);
    assert.match(rootCause, /index out of range/);
  });

  it("is the image's name where Docker does not take it", () => {
    const { failureMode, certainty, rootCause } = answer(
      "Step 1 : FROM ubuntu:16.04 as builder",
      'Error parsing reference: "ubuntu:16.04 as builder" is not a valid repository/tag',
    );
    assert.deepEqual([failureMode, certainty], ["build/failed", "likely"]);
    assert.match(rootCause, /ubuntu:16\.04 as builder/);
  });

  it("is a module's that celery imports, where celery names it", () => {
    const { failureMode, certainty, rootCause } = answer(
      "Error:",
      "Unable to load celery application.",
      "The module shop.jobs was not found.",
    );
    assert.deepEqual([failureMode, certainty], ["import/missing-module", "certain"]);
    assert.match(rootCause, /shop\.jobs/);
  });

  it("is what the line before a panic says that prints an address alone", () => {
    const { failureMode, certainty } = answer(
      "PANI[0000]main.go:903 setup Dirty database version 7. Fix and force version.",
      "panic: (*logrus.Entry) 0xc0014ce380",
      "",
      "goroutine 1 [running]:",
      "main.main()",
      "\t/app/cmd/main.go:128 +0x492",
    );
    assert.deepEqual([failureMode, certainty], ["migration/failed", "certain"]);
  });

  it("is a visitor's host, where Django refuses it of a service that is live", () => {
    const refused =
      "Invalid HTTP_HOST header: 'api.example.com'. You may need to add 'api.example.com' to ALLOWED_HOSTS.";
    assert.equal(
      answer("==> Your service is live 🎉", refused).failureMode,
      "configuration/host-not-allowed",
    );
  });

  it("is the host of a health check too, where Django says that it refuses it", () => {
    const refused =
      "Invalid HTTP_HOST header: '10.1.2.3:8000'. You may need to add '10.1.2.3' to ALLOWED_HOSTS.";
    const { failureMode, explains } = answer(
      refused,
      "==> Timed out after waiting for internal health check to return a successful response code at: api.example.com:10000 /health",
    );
    assert.equal(failureMode, "configuration/host-not-allowed");
    assert.ok(explains.some((one) => one.failureMode === "health-check/timeout"));
  });

  it("is found after tens of thousands of lines that say the same", () => {
    const repeated = Array.from(
      { length: 20_000 },
      (_, at) => `ERROR: attempt ${at}: connect timeout to cache`,
    );
    const { failureMode, evidence } = answer(...repeated, "ModuleNotFoundError: No module named 'redis'");
    assert.equal(failureMode, "import/missing-module");
    assert.equal(evidence.at(-1)?.line, 20_001);
  });

  it("is a configuration's by the atoms of Erlang's reason", () => {
    const { failureMode, rootCause } = answer(
      "Application rabbitmq_prelaunch exited with reason: {{shutdown,{failed_to_start_child,prelaunch,failed_to_prepare_configuration}},[]}",
    );
    assert.equal(failureMode, "configuration/invalid");
    assert.match(rootCause, /failed_to_prepare_configuration/);
  });
});

describe("A certainty", () => {
  it("is no more than likely where a resolver gave no answer for a bare name", () => {
    const { failureMode, certainty, competing } = answer("error     getaddrinfo EAI_AGAIN mariadb");
    assert.deepEqual([failureMode, certainty], ["database/dns", "likely"]);
    assert.ok(competing.length > 0);
  });

  it("is no more than likely where Render found no port and the service says nothing of one", () => {
    const { failureMode, certainty, competing } = answer(
      "==> Running 'python main.py'",
      "==> Port scan timeout reached, no open ports detected. Bind your service to at least one port.",
    );
    assert.deepEqual([failureMode, certainty], ["port/none-open", "likely"]);
    assert.ok(competing.some((cause) => /waits before it listens/.test(cause.rootCause)));
  });

  it("is no more than likely of a password where the database's own log is beside the service's", () => {
    const refused = 'FATAL:  password authentication failed for user "app"';
    const service = `web-1  | psycopg2.OperationalError: ${refused}`;
    assert.equal(answer(service).certainty, "certain");
    const both = answer(`db-1  | 2024-08-01 18:15:18.898 UTC [39] ${refused}`, service);
    assert.deepEqual([both.failureMode, both.certainty], ["database/credentials", "likely"]);
    assert.match(both.competing[0]?.rootCause ?? "", /volume/);
  });

  it("is certain of a variable whose absence the language states", () => {
    const { failureMode, certainty } = answer(
      '** (System.EnvError) could not fetch environment variable "BOX_ID" because it is not set',
    );
    assert.deepEqual([failureMode, certainty], ["configuration/missing-variable", "certain"]);
  });

  it("is likely of the last words of a log whose meaning is known, and unknown where a healthy line follows", () => {
    const denied = "worker: log: createDirectory: permission denied (Permission denied)";
    assert.equal(answer(denied).certainty, "likely");
    assert.notEqual(answer(denied, "worker ready").certainty, "likely");
  });
});
