import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { CalledRender, type Json } from "./called-render";

const FOLDER = path.join(__dirname, "../../fixtures/render-answers");

/** What Render makes up each time, what it is still doing, and what connects to its machines and no others. */
const OWN = new Set([
  ...["createdAt", "cursor", "dashboardUrl", "id", "owner", "slug", "status", "updatedAt", "url"],
  ...[
    "cliCommand",
    "externalConnectionString",
    "internalConnectionString",
    "password",
    "psqlCommand",
    "secret",
  ],
]);

/** Answers have these since the recordings. */
const NEWER = new Set([
  ...["autoDeployTrigger", "diskAutoscalingEnabled", "diskSizeGB", "ipAllowList", "maintenanceMode"],
  ...["maxShutdownDelaySeconds", "renderSubdomainPolicy", "runtime", "sshAddress", "previews"],
]);

/** A value that Render makes up at a place that may hold one of the user's: both must be of this form. */
const MADE_UP: Readonly<Record<string, RegExp>> = {
  "/databaseName": /^orders_[0-9a-z]{4}$/,
  "/version": /^(?:15|8\.1\.\d)$/,
  "/envVars/2/value": /^[\w+/]{8,}=*$/,
};

describe("The embedded Render, held against Render's recorded answers", () => {
  const seen = new Set<string>();
  let called: CalledRender;
  beforeEach(async () => {
    called = await CalledRender.open();
  });
  afterEach(() => called.close());

  /** Where the two differ, as paths; what is newer than the recording is no difference. */
  function differences(recorded: Json, answered: Json, at = ""): string[] {
    const are = [recorded, answered].map((value) => typeof value === "object" && value !== null);
    if (!are[0] || !are[1]) {
      const form = MADE_UP[at];
      const alike = recorded === answered || (form?.test(recorded) === true && form.test(answered));
      return alike ? [] : [`${at}: ${JSON.stringify(recorded)} is ${JSON.stringify(answered)}`];
    }
    if (Array.isArray(recorded) && recorded.length !== answered.length)
      return [`${at}: ${recorded.length} are ${answered.length}`];
    return [...new Set([...Object.keys(recorded), ...Object.keys(answered)])].flatMap((key) => {
      if (OWN.has(key) || /^(?:\w+Id|environmentIds)$/.test(key)) return [];
      if (key in recorded || !NEWER.has(key))
        return differences(recorded[key], answered[key], `${at}/${key}`);
      seen.add(key);
      return [];
    });
  }

  /** Makes what the recording makes, and asks what it asks; the answers by the names that the recording has for them. */
  async function asked({
    path: at,
    method = "POST",
    request,
    status,
    parts,
    ...recording
  }: Json): Promise<Json> {
    const { serviceDetails, ...rest } = request;
    // What the API's description calls `runtime` was `env` in May 2024.
    const runtime = serviceDetails?.env && { runtime: serviceDetails.env };
    const details = serviceDetails && { serviceDetails: { ...serviceDetails, ...runtime } };
    const { ownerId } = called.render;
    const body = { ...rest, ...details, ...(rest.ownerId && { ownerId }) };
    const made = await called.call(method, method === "POST" ? at : `${at}/${ownerId}`, body);
    assert.equal(made.status, status, made.text);
    // What a workspace has one of has the workspace's id.
    const { id = ownerId } = made.body.service ?? made.body;
    const override = `/notification-settings/overrides/services/${id}`;
    const stream = `/logs/streams/resource/${id}`;
    const { notificationsToSend, previewNotificationsEnabled } = recording.notification ?? {};
    if (notificationsToSend !== undefined)
      await called.ask("PATCH", override, { notificationsToSend, previewNotificationsEnabled });
    if (recording.logStream !== undefined)
      await called.ask("PUT", stream, { setting: recording.logStream.setting });
    for (const { customDomain } of (parts["/custom-domains"] ?? []).toReversed())
      await called.ask("POST", `/services/${id}/custom-domains`, { name: customDomain.name });
    const answers: Json = { answer: await called.ask("GET", `${at}/${id}`), parts: {} };
    for (const part of Object.keys(parts))
      answers.parts[part] = await called.ask("GET", `${at}/${id}${part}`);
    if (recording.notification !== undefined) answers.notification = await called.ask("GET", override);
    if (recording.logStream !== undefined) answers.logStream = await called.ask("GET", stream);
    if (recording.environment !== undefined)
      [{ environment: answers.environment }] = await called.ask("GET", `/environments?projectId=${id}`);
    return answers;
  }

  for (const file of readdirSync(FOLDER)) {
    it(`answers as it was recorded: ${path.basename(file, ".json")}`, async () => {
      const recording: Json = JSON.parse(readFileSync(path.join(FOLDER, file), "utf8"));
      const answers = await asked(recording);
      const found = Object.keys(answers).flatMap((name) => differences(recording[name], answers[name]));
      assert.deepEqual(found, []);
    });
  }

  it("has all the fields that are newer than a recording, and no others", () => {
    assert.deepEqual([...seen].toSorted(), [...NEWER].toSorted());
  });

  it("names an image in full, and shows it in a deploy that is not built", async () => {
    const digest = `sha256:${"0".repeat(64)}`;
    for (const [written, full] of [
      ["nginx", "docker.io/library/nginx:latest"],
      ["acme/api:1", "docker.io/acme/api:1"],
      ["ghcr.io/acme/api", "ghcr.io/acme/api:latest"],
      ["localhost:5000/api", "localhost:5000/api:latest"],
      [`nginx@${digest}`, `docker.io/library/nginx@${digest}`],
    ]) {
      const body = called.post(
        { name: written, repo: undefined, image: { ownerId: "", imagePath: written } },
        { runtime: "image", envSpecificDetails: {} },
      );
      const { service, deployId } = await called.ask("POST", "/services", body);
      assert.equal(service.imagePath, full);
      const deploys = `/services/${service.id}/deploys`;
      const { commit, image } = await called.ask("GET", `${deploys}/${deployId}`);
      const sha = full?.includes("@") ? digest : undefined;
      assert.deepEqual([commit, image.ref, image.sha], [null, full, sha]);
      // Without an engine for containers there is nothing to run: that is no failed build.
      assert.equal(await called.ended(service.id, deployId), "update_failed");
      assert.equal((await called.ask("POST", deploys, {})).status, "update_in_progress");
    }
  });
});
