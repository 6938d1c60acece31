import assert from "node:assert/strict";
import { CalledRender, type Json } from "./called-render";

const RANDOM = /^[A-Za-z0-9+/]{43}=$/;

const asMap = (list: Json): Record<string, string> =>
  Object.fromEntries(list.map(({ envVar }: Json) => [envVar.key, envVar.value]));

describe("The embedded Render's variables and secret files", () => {
  let called: CalledRender;
  let path: string;
  before(async () => {
    called = await CalledRender.open();
  });
  after(() => called.close());
  beforeEach(async () => {
    const envVars = [
      { key: "PORT", value: "8000" },
      { key: "KEY", generateValue: true },
    ];
    const { id } = await called.service({ envVars, secretFiles: [{ name: ".env", content: "A=1\n" }] });
    path = `/services/${id}`;
  });
  afterEach(() => called.call("DELETE", path));

  it("are there after the creation, with 256 random bits for a generated value", async () => {
    const { PORT, KEY } = asMap(await called.ask("GET", `${path}/env-vars`));
    assert.equal(PORT, "8000");
    assert.match(KEY ?? "", RANDOM);
    assert.equal(Buffer.from(KEY ?? "", "base64").length, 32);
    const [{ secretFile }] = await called.ask("GET", `${path}/secret-files`);
    assert.deepEqual(secretFile, { name: ".env", content: "A=1\n" });
  });

  it("are replaced as a whole by a PUT, which deploys nothing", async () => {
    const deploys = await called.ask("GET", `${path}/deploys`);
    const put = await called.call("PUT", `${path}/env-vars`, [{ key: "B", value: "" }]);
    assert.equal(put.status, 200);
    assert.deepEqual(asMap(put.body), { B: "" });
    assert.deepEqual(put.body, await called.ask("GET", `${path}/env-vars`));
    assert.deepEqual(await called.ask("PUT", `${path}/secret-files`, []), []);
    assert.deepEqual(await called.ask("GET", `${path}/secret-files`), []);
    assert.equal((await called.ask("GET", `${path}/deploys`)).length, deploys.length);
  });

  it("answer the whole list to a PUT, and pages to a GET", async () => {
    const many = Array.from({ length: 25 }, (_, index) => ({ key: `K${index}`, value: String(index) }));
    assert.equal((await called.ask("PUT", `${path}/env-vars`, many)).length, 25);
    const first = await called.ask("GET", `${path}/env-vars`);
    assert.equal(first.length, 20);
    const rest = await called.ask("GET", `${path}/env-vars?cursor=${first.at(-1).cursor}`);
    assert.equal(rest.length, 5);
    const expected = Object.fromEntries(many.map(({ key, value }) => [key, value]));
    assert.deepEqual(asMap([...first, ...rest]), expected);
  });

  it("can be read, set and deleted one by one", async () => {
    assert.deepEqual(await called.ask("GET", `${path}/env-vars/PORT`), { key: "PORT", value: "8000" });
    const set = await called.call("PUT", `${path}/env-vars/PORT`, { value: "9000" });
    assert.deepEqual([set.status, set.body], [200, { key: "PORT", value: "9000" }]);
    const { value } = await called.ask("PUT", `${path}/env-vars/A%2FB`, { generateValue: true });
    assert.match(value, RANDOM);
    assert.equal((await called.call("DELETE", `${path}/env-vars/KEY`)).status, 204);
    assert.equal((await called.call("DELETE", `${path}/env-vars/KEY`)).status, 404);
    assert.deepEqual(asMap(await called.ask("GET", `${path}/env-vars`)), { PORT: "9000", "A/B": value });
  });

  it("keep secret files one by one too, within 1 MB together", async () => {
    const made = await called.call("PUT", `${path}/secret-files/key.pem`, { content: "PEM" });
    assert.deepEqual([made.status, made.body], [201, { name: "key.pem", content: "PEM" }]);
    assert.deepEqual(await called.ask("GET", `${path}/secret-files/key.pem`), made.body);
    const large = await called.call("PUT", `${path}/secret-files/large`, {
      content: "x".repeat(1024 * 1024),
    });
    assert.equal(large.status, 400);
    assert.match(large.body.message, /larger than 1 MB/);
    assert.equal((await called.call("DELETE", `${path}/secret-files/key.pem`)).status, 204);
    assert.equal((await called.call("GET", `${path}/secret-files/key.pem`)).status, 404);
  });
});
