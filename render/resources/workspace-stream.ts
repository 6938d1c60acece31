import { mayHaveHappened, unlessGone } from "../../render-api";
import { inWordsOf } from "../difference";
import type { Fields } from "../fields";
import { type Properties, withoutAbsent } from "../plugin/property-values";
import type { Context, ResourceKind } from "../resource-kind";

/** What a workspace sends elsewhere: there is one of each such stream, and its id is the workspace's. */
export interface WorkspaceStream {
  readonly token: string;
  /** For messages, such as `log stream`. */
  readonly called: string;
  /** The API's path, without the workspace's id at its end. */
  readonly path: string;
  readonly fields: Fields;
  readonly canonical: (inputs: Properties) => Properties;
  /** What PUT is asked for beside the token. */
  readonly body: (inputs: Properties) => Properties;
  /** The inputs that Render's answer says: all but the token, which it never shows. */
  readonly told: (answer: Properties) => Properties;
}

/** A stream is made and changed by the same PUT, which may be repeated. */
export function workspaceStreamKind(row: WorkspaceStream): ResourceKind {
  const { token, fields, canonical } = row;
  const there = ({ client, signal }: Context, id: string): Promise<Properties | undefined> =>
    unlessGone(client.get<Properties>(`${row.path}/${id}`, { signal }));
  const put = async ({ client, signal }: Context, id: string, inputs: Properties, had: boolean) => {
    // A token that the program has never named is not removed: an import does not see it.
    const body = withoutAbsent({ ...row.body(inputs), token: inputs.token ?? (had ? "" : undefined) });
    await client.request("PUT", `${row.path}/${id}`, { body, signal });
    return inputs;
  };
  return {
    token,
    foundBy: {},
    fields,
    secrets: [["token"]],
    replacedBy: [],
    computed: {},
    outputs: {},
    canonical,

    async create(context, inputs) {
      const { ownerId: id, notes, signal, takeOver } = context;
      const own = notes.creation("") !== undefined || takeOver.includes(id);
      // Another's stream would be lost without a word: Render keeps one for each workspace.
      if (!own && (await there(context, id)) !== undefined) throw new Error(takenWords(row, id));
      notes.noteCreation("", { id, name: row.called, begun: Date.now(), before: [] });
      try {
        // A token of a stream that this one replaces is not for the new endpoint.
        return { id, outputs: await put(context, id, inputs, true) };
      } catch (error) {
        if (!mayHaveHappened(error) && !signal.aborted) notes.noteCreation("", undefined);
        throw error;
      }
    },

    async read(context, id, inputs) {
      const answer = await there(context, id);
      if (answer === undefined) return undefined;
      const seen = withoutAbsent({ ...row.told(answer), token: inputs.token });
      const found = inWordsOf(inputs, seen, canonical);
      return { inputs: found, outputs: found };
    },

    update(context, id, { inputs: old, touched = [] }, inputs) {
      const had = old.token !== undefined || touched.some(([root]) => root === "token");
      return put(context, id, inputs, had);
    },

    async delete({ client, signal }, id) {
      await unlessGone(client.request("DELETE", `${row.path}/${id}`, { signal }));
    },
  };
}

const takenWords = ({ called, token }: WorkspaceStream, id: string): string =>
  `The workspace ${id} has a ${called} already, and Render keeps one for each. Import it ` +
  `(\`pulumi import ${token} NAME ${id}\`), or replace it by this one: \`RENDER_TAKE_OVER=${id} pulumi up\`.`;
