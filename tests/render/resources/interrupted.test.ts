import assert from "node:assert/strict";
import { IncompleteResourceError } from "../../../render/failure";
import type { Properties } from "../../../render/plugin/property-values";
import type { ResourceKind } from "../../../render/resource-kind";
import { envGroup } from "../../../render/resources/env-group";
import { project } from "../../../render/resources/project";
import { webService } from "../../../render/resources/web-service";
import { RenderClient } from "../../../render-api";
import type { Json } from "../../rehearsal/render/called-render";
import { CalledKind, IMAGE, SHORT_PAUSES } from "../called-kind";

const CREATED: readonly (readonly [string, ResourceKind, string, Properties])[] = [
  ["a web service", webService, "/services", IMAGE],
  ["an env group", envGroup, "/env-groups", { name: "shared", envVars: { A: { value: "1" } } }],
  [
    "a project",
    project,
    "/projects",
    { name: "shop", environments: { a: { name: "a", protectedStatus: "protected" } } },
  ],
];

/** Successes that do not hold what was asked for. */
const ODD = ["", "null", "{}", "[]", '"ok"', "[null]"];

describe("What happens to a request", function () {
  this.timeout(5 * 60_000);
  let kinds: CalledKind;
  beforeEach(async () => {
    kinds = await CalledKind.open();
  });
  afterEach(() => kinds.close());

  const count = async (path: string): Promise<number> =>
    ((await kinds.called.ask("GET", `${path}?limit=100`)) as Json[]).length;

  /** A client whose requests go through `around`, which may change the answer. */
  function clientThrough(
    around: (request: string, send: () => Promise<Response>) => Promise<Response>,
  ): RenderClient {
    const { host, apiKey } = kinds.called.render;
    const sent: typeof fetch = (address, options) => {
      const request = `${options?.method} ${new URL(String(address)).pathname.replace("/v1", "")}`;
      return around(request, () => fetch(address, options));
    };
    return new RenderClient({ host, apiKey, retry: SHORT_PAUSES, fetch: sent });
  }

  for (const [what, kind, path, inputs] of CREATED) {
    it(`that makes ${what} is brought to its end where the user cancels, and hands over what it made`, async () => {
      const client = clientThrough(async (request, send) => {
        if (request !== `POST ${path}`) return send();
        const answering = send();
        kinds.cancel("cancelled");
        return answering;
      });
      const wanted = kinds.checked(kind, inputs);
      const made = await kind.create(kinds.context({ client }), wanted).catch((error: unknown) => error);
      const { id } = made as { id: string };
      assert.ok(made instanceof IncompleteResourceError || id !== undefined, String(made));
      assert.equal(await count(path), 1);
      assert.equal((await kinds.called.ask("GET", `${path}/${id}`)).id, id);
    });

    it(`that makes ${what} is looked for where its answer is lost and the user cancels`, async () => {
      const client = clientThrough(async (request, send) => {
        if (request !== `POST ${path}`) return send();
        await send();
        kinds.cancel("cancelled");
        throw new Error("the connection was reset");
      });
      const wanted = kinds.checked(kind, inputs);
      const made = await kind.create(kinds.context({ client }), wanted).catch((error: unknown) => error);
      const { id } = made as { id: string };
      assert.equal((await kinds.called.ask("GET", `${path}/${id}`)).id, id);
      assert.equal(await count(path), 1);
    });

    for (const body of ODD) {
      it(`that makes ${what} is answered by ${JSON.stringify(body)}: what it made is found`, async () => {
        const client = clientThrough(async (request, send) => {
          const answer = await send();
          return request === `POST ${path}` ? new Response(body, { status: 201 }) : answer;
        });
        const { id } = await kind.create(kinds.context({ client }), kinds.checked(kind, inputs));
        assert.equal((await kinds.called.ask("GET", `${path}/${id}`)).id, id);
        assert.equal(await count(path), 1);
      });
    }

    it(`about ${what} that Render has just made and does not list yet is asked again`, async () => {
      const once = new Set<string>();
      let made = false;
      const client = clientThrough(async (request, send) => {
        const known = made && /^\w+ \/(services|env-groups|projects)\/\w/.test(request);
        if (known && !request.startsWith("DELETE") && !once.has(request)) {
          once.add(request);
          return new Response('{"message":"not found"}', { status: 404 });
        }
        const answer = await send();
        made ||= request === `POST ${path}`;
        return answer;
      });
      const { id } = await kind.create(kinds.context({ client }), kinds.checked(kind, inputs));
      assert.equal((await kinds.called.ask("GET", `${path}/${id}`)).id, id);
      assert.equal(await count(path), 1);
    });

    it(`that reads a part of ${what} fails: the whole is not gone`, async () => {
      const wanted = kinds.checked(kind, inputs);
      const { id, outputs } = await kind.create(kinds.context(), wanted);
      const asked = new Set<string>();
      const noting = clientThrough((request, send) => {
        asked.add(request);
        return send();
      });
      await kind.read(kinds.context({ client: noting }), id, wanted, outputs);
      // Where there is no override, 404 is the answer.
      const parts = [...asked].filter(
        (request) => !/ \/(notification-settings|logs\/streams)\//.test(request),
      );
      for (const part of parts) {
        const own = part === `GET ${path}/${id}`;
        const missing = clientThrough((request, send) =>
          request === part
            ? Promise.resolve(new Response('{"message":"not found"}', { status: 404 }))
            : send(),
        );
        const read = kind.read(kinds.context({ client: missing }), id, wanted, outputs);
        if (own) assert.equal(await read, undefined);
        else await assert.rejects(read, /404/, part);
        for (const body of ODD.filter((odd) => own || kind === project || odd !== "[]")) {
          const odd = clientThrough((request, send) =>
            request === part ? Promise.resolve(new Response(body, { status: 200 })) : send(),
          );
          await assert.rejects(
            kind.read(kinds.context({ client: odd }), id, wanted, outputs),
            /gave no answer to GET/,
            `${body} to ${part}`,
          );
        }
      }
    });
  }

  it("is said where Render has another of the same name, which stays another's", async () => {
    const { ownerId } = kinds.called.render;
    const envVars = [{ key: "A", value: "another's" }];
    const other = await kinds.called.ask("POST", "/env-groups", { name: "shared", ownerId, envVars });
    const wanted = kinds.checked(envGroup, { name: "shared", envVars: { A: { value: "ours" } } });
    const { id } = await envGroup.create(kinds.context(), wanted);
    assert.notEqual(id, other.id);
    const said = `Render has a env group \`shared\` already (${other.id})`;
    assert.ok(
      kinds.lines.some((line) => line.startsWith(said.replace("a env", "an env"))),
      String(kinds.lines),
    );
  });
});
