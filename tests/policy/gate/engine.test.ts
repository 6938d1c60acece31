import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { type Engine, findEngine } from "../../../engine";
import { BROKEN_COMMANDS, SOUND_COMMANDS } from "./commands";
import { BROKEN_DATABASES, SOUND_DATABASES } from "./databases";
import { DRAWN_ORDINARY, DRAWN_PLACEHOLDERS } from "./drawn-placeholders";
import { EIGHTH_BROKEN } from "./eighth-broken";
import { EIGHTH_SOUND } from "./eighth-sound";
import { FIFTH_BROKEN } from "./fifth-broken";
import { FIFTH_SOUND } from "./fifth-sound";
import { FOURTH_BROKEN } from "./fourth-broken";
import { FOURTH_SOUND } from "./fourth-sound";
import { pair } from "./lines";
import { ORDINARY, PLACEHOLDERS } from "./placeholders";
import { judgedProgram, type Registered, resourcesOf } from "./program";
import { SEALED_BROKEN, SEALED_SOUND, type SealedCase } from "./sealed";
import { SECOND_BROKEN, SECOND_SOUND } from "./sealed-second";
import { SEVENTH_BROKEN } from "./seventh-broken";
import { SEVENTH_SOUND } from "./seventh-sound";
import { SIXTH_BROKEN } from "./sixth-broken";
import { SIXTH_SOUND } from "./sixth-sound";
import { THIRD_BROKEN } from "./third-broken";
import { THIRD_SOUND } from "./third-sound";

const root = path.join(__dirname, "../../..");
/** Of the long lists every third goes through the engine; of the sealed one all. */
const third = <T>(list: readonly T[]) => list.filter((_, index) => index % 3 === 0);
/** Of placeholders and of the later batches, which the process judges whole, a few of each. */
const some = <T>(list: readonly T[]) => list.filter((_, index) => index % 8 === 0);
const commands = [...Object.values(BROKEN_COMMANDS).flat(), ...SOUND_COMMANDS];
const databases = [...Object.values(BROKEN_DATABASES).flat(), ...SOUND_DATABASES];
const values = [PLACEHOLDERS, DRAWN_PLACEHOLDERS, ORDINARY, DRAWN_ORDINARY].flat();
const CASES: readonly SealedCase[] = [
  ...third(commands).map(([command, variables = {}]) => ({ command, variables })),
  ...third(databases).map((variables) => ({ variables })),
  ...some(values).map((line) => ({ variables: pair(line) })),
  ...SEALED_BROKEN,
  ...SEALED_SOUND,
  ...SECOND_BROKEN,
  ...SECOND_SOUND,
  ...third([...THIRD_BROKEN, ...THIRD_SOUND, ...FOURTH_BROKEN, ...FOURTH_SOUND]),
  ...some([...FIFTH_BROKEN, ...FIFTH_SOUND, ...SIXTH_BROKEN, ...SIXTH_SOUND]),
  ...some([...SEVENTH_BROKEN, ...SEVENTH_SOUND, ...EIGHTH_BROKEN, ...EIGHTH_SOUND]),
];

/** What was said of one resource: policy and level, and the whole message. */
interface Said {
  readonly rejected: readonly string[];
  readonly advised: readonly string[];
  readonly undecided: string;
}

describe("one preview of many services", function () {
  this.timeout(10 * 60_000);
  let engine: Engine;
  let folder: string;
  const program = CASES.flatMap((one, index) => resourcesOf(`c${index}`, one));

  before(async () => {
    engine = await findEngine({ report: (line) => process.stderr.write(`${line}\n`) });
    folder = mkdtempSync(path.join(tmpdir(), "portcullis-gate-"));
    cpSync(path.join(root, "tests/fixtures/policy-program"), folder, { recursive: true });
    const plugin = `plugins: { providers: [{ name: render, path: ${path.join(root, "render")} }] }\n`;
    appendFileSync(path.join(folder, "Pulumi.yaml"), plugin);
    symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  function pulumi(...args: readonly string[]) {
    return spawnSync(engine.pulumi, [...args, "--non-interactive", "--color", "never"], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
      env: {
        ...process.env,
        ...engine.environment,
        PULUMI_BACKEND_URL: `file://${folder}`,
        PULUMI_CONFIG_PASSPHRASE: "test",
        // The event log is an option for debugging.
        PULUMI_DEBUG_COMMANDS: "true",
        RENDER_API_KEY: "rnd_unused",
        RENDER_OWNER_ID: "tea-unused",
        RENDER_HOST: "http://127.0.0.1:9/v1",
        POLICY_PROGRAM_FILE: path.join(folder, "program.json"),
      },
    });
  }

  it("says of each service and env group what the pack says of it in one process", () => {
    writeFileSync(path.join(folder, "program.json"), JSON.stringify({ components: program }));
    const created = pulumi("stack", "init", "production");
    assert.equal(created.status, 0, created.stderr);
    const log = path.join(folder, "events.json");
    const pack = path.join(root, "policy");
    const { status, stdout, stderr } = pulumi(
      "preview",
      "-s",
      "production",
      "--policy-pack",
      pack,
      "--event-log",
      log,
    );
    assert.ok(existsSync(log), `${status} ${stdout}${stderr}`);
    const [engineSays, processSays] = [saidByEngine(log), saidInProcess(program)];
    const differing = Object.keys({ ...engineSays, ...processSays }).filter(
      (name) => !isDeepStrictEqual(engineSays[name], processSays[name]),
    );
    const only = (said: Readonly<Record<string, Said>>) => differing.map((name) => [name, said[name]]);
    assert.deepEqual(only(engineSays), only(processSays));
    assert.ok(Object.keys(engineSays).length > CASES.length / 2, "the engine has hardly judged any service");
  });
});

function saidInProcess(registered: readonly Registered[]): Readonly<Record<string, Said>> {
  return sorted([...judgedProgram(registered)]);
}

interface PolicyEvent {
  readonly policyEvent?: {
    readonly resourceUrn: string;
    readonly policyName: string;
    readonly enforcementLevel: string;
    readonly message: string;
  };
}

/** From the engine's own event log, one event a line. */
function saidByEngine(log: string): Readonly<Record<string, Said>> {
  const said = new Map<string, { rejected: string[]; advised: string[]; undecided: string }>();
  for (const line of readFileSync(log, "utf8").split("\n").filter(Boolean)) {
    const event = (JSON.parse(line) as PolicyEvent).policyEvent;
    if (event === undefined) continue;
    const name = event.resourceUrn.split("::").at(-1) ?? "";
    const of = said.get(name) ?? { rejected: [], advised: [], undecided: "" };
    said.set(name, of);
    // The engine begins with the policy's description.
    const message = event.message.slice(event.message.indexOf("\n") + 1).trimEnd();
    if (event.policyName === "undecided") of.undecided += `${message}\n`;
    else
      (event.enforcementLevel === "mandatory" ? of.rejected : of.advised).push(
        `${event.policyName}: ${message}`,
      );
  }
  return sorted([...said]);
}

const sorted = (entries: readonly (readonly [string, Said])[]) =>
  Object.fromEntries(
    entries
      .map(([name, { rejected, advised, undecided }]) => {
        const lines = undecided.split("\n").sort().join("\n");
        return [
          name,
          { rejected: [...rejected].sort(), advised: [...advised].sort(), undecided: lines },
        ] as const;
      })
      .sort(([one], [other]) => one.localeCompare(other)),
  );
