import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { differences } from "../../render/difference";
import { Journal } from "../../render/plugin/journal";
import { ownEntries, touchedBetween, touchedDifferences } from "../../render/touched";

const OLD = { name: "api", envVars: { A: { value: "1" } }, customDomains: [{ name: "a.example.com" }] };
const WANTED = { name: "api", envVars: { A: { value: "1" }, HOLD: { value: "x" } } };

describe("What an interrupted update has touched", () => {
  const touched = touchedBetween(new Set(["envVars", "customDomains"]), OLD, WANTED);

  it("is each entry that differs, by its name and without its value", () => {
    assert.deepEqual(touched, [
      ["envVars", "HOLD"],
      ["customDomains", "a.example.com"],
    ]);
    assert.deepEqual(touchedBetween(new Set(["plan"]), { plan: "a" }, { plan: "b" }), [["plan"]]);
  });

  it("is shown by the next preview, also where the program is again what the state has", () => {
    assert.deepEqual(touchedDifferences(touched, [], OLD, OLD), [
      { path: "envVars.HOLD", kind: "delete" },
      { path: "customDomains", kind: "update" },
    ]);
  });

  it("is not shown twice", () => {
    const shown = differences(OLD, WANTED);
    assert.deepEqual(touchedDifferences(touched, shown, OLD, WANTED), []);
  });

  it("belongs to the program, so that it may take it away", () => {
    assert.deepEqual([...ownEntries("envVars", [OLD], touched)], ["A", "HOLD"]);
  });
});

describe("The notes of an update", () => {
  const URN = "urn:pulumi:test::program::render:index/webService:WebService::api";
  let folder: string;
  const unheard = (message: string): void => assert.fail(message);
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "portcullis-journal-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("stay until the state has what was wanted, in whatever order its keys are", () => {
    const journal = new Journal(folder, "here");
    journal.noteUpdate(URN, [["envVars", "HOLD"]], { b: 1, a: { value: "s3cret" } }, unheard);
    journal.settle(URN, "srv-1", {}, { a: { value: "s3cret" }, b: 1 });
    assert.deepEqual(journal.notes(URN).touched(), [["envVars", "HOLD"]], "it was not done");
    journal.updateDone(URN);
    journal.settle(URN, "srv-1", {}, { a: { value: "other" }, b: 1 });
    assert.deepEqual(journal.notes(URN).touched(), [["envVars", "HOLD"]], "the state has something else");
    journal.settle(URN, "srv-1", {}, { a: { value: "s3cret" }, b: 1 });
    assert.deepEqual(readdirSync(folder), []);
  });

  it("add up where one interrupted update follows another", () => {
    const journal = new Journal(folder, "here");
    journal.noteUpdate(URN, [["envVars", "A"]], {}, unheard);
    journal.noteUpdate(URN, [["plan"], ["envVars", "A"]], {}, unheard);
    assert.deepEqual(journal.notes(URN).touched(), [["envVars", "A"], ["plan"]]);
    journal.gone(URN, "srv-1");
    assert.deepEqual(readdirSync(folder), []);
  });

  it("are none of a resource that is made anew", () => {
    const journal = new Journal(folder, "here");
    journal.noteUpdate(URN, [["plan"]], {}, unheard);
    journal.notes(URN).noteCreation("", { name: "api", begun: 1, before: [], id: "srv-2" });
    journal.created(URN);
    assert.deepEqual(journal.notes(URN).touched(), []);
    assert.equal(journal.notes(URN).creation("")?.id, "srv-2");
  });

  it("are none where their file is damaged, and cost one warning where none can be written", () => {
    const journal = new Journal(folder, "here");
    journal.noteUpdate(URN, [["plan"]], {}, unheard);
    for (const file of readdirSync(folder)) writeFileSync(path.join(folder, file), "{");
    assert.deepEqual(journal.notes(URN).touched(), []);
    const warnings: string[] = [];
    const file = path.join(folder, "file");
    writeFileSync(file, "");
    const nowhere = new Journal(path.join(file, "below"), "here");
    nowhere.noteUpdate(URN, [["plan"]], {}, (message) => void warnings.push(message));
    nowhere.noteUpdate(URN, [["plan"]], {}, (message) => void warnings.push(message));
    assert.equal(warnings.length, 1);
    assert.match(String(warnings[0]), /cannot be written .*an update that is interrupted now/);
  });
});
