import { BLUEPRINT } from "./faulty";
import type { FaultyRepository, SmallRepository } from "./repository";

const BIND = "service/loopback-bind app.py:";

/** A program of Python that Render starts, with what it needs. */
const PROGRAM = (code: string, start = "python app.py", variables = ""): SmallRepository["files"] => ({
  "requirements.txt": "gradio==5.35.0\ngranian==2.4.1\n",
  "app.py": code,
  "render.yaml": BLUEPRINT(start, variables),
});
const BLOCKS = (launch: string): string =>
  `import gradio as gr\n\nwith gr.Blocks() as demo:\n    gr.Markdown("x")\n${launch}\n`;
const GRANIAN = (call: string): string =>
  `import os\nfrom granian import Granian\nif __name__ == "__main__":\n    ${call}\n`;
const PORT = 'port=int(os.environ["PORT"])';

/** Written before blocks, chains, Gradio's command and Granian's class were read. */
export const FAULTY_GRADIO: readonly FaultyRepository[] = [
  ["Gradio: a block", `${BIND}5`, PROGRAM(BLOCKS("demo.launch()"))],
  ["Gradio: a chain", `${BIND}5`, PROGRAM(BLOCKS("demo.queue(max_size=20).launch()"))],
  ["Gradio: its host", `${BIND}5`, PROGRAM(BLOCKS('demo.queue().launch(server_name="127.0.0.1")'))],
  [
    "Gradio: an interface at once",
    `${BIND}2`,
    PROGRAM('import gradio as gr\ngr.Interface(fn=str, inputs="text", outputs="text").launch()\n'),
  ],
  ["Gradio: its own command", `${BIND}5`, PROGRAM(BLOCKS("demo.launch()"), "gradio app.py")],
  ["Granian: without an address", `${BIND}4`, PROGRAM(GRANIAN(`Granian("app:app", ${PORT}).serve()`))],
  [
    "Granian: an address",
    `${BIND}4`,
    PROGRAM(GRANIAN(`Granian("app:app", address="127.0.0.1", ${PORT}).serve()`)),
  ],
  [
    "Granian: an address by its place",
    `${BIND}4`,
    PROGRAM(GRANIAN(`Granian("app:app", "127.0.0.1", int(os.environ["PORT"])).serve()`)),
  ],
].map(([name, finds, files]) => ({
  name: name as string,
  finds: [finds as string],
  files: files as SmallRepository["files"],
}));

export const SOUND_GRADIO: readonly SmallRepository[] = [
  ["Gradio: all interfaces", BLOCKS('demo.queue().launch(server_name="0.0.0.0", server_port=10000)')],
  ["Granian: all interfaces", GRANIAN(`Granian("app:app", address="0.0.0.0", ${PORT}).serve()`)],
  ["Granian: a socket of a file", GRANIAN('Granian("app:app", uds="/run/app.sock").serve()')],
].map(([name, code]) => ({ name: name as string, files: PROGRAM(code as string) }));
