import assert from "node:assert/strict";
import { auditFolder } from "../../../audit";
import { explainFolder } from "../../../audit/explain";
import { type Files, inFolder } from "../written-folder";

const SERVE = '#!/bin/sh\nexec python -m http.server "${PORT:-8000}" --bind 0.0.0.0\n';
const image = (...lines: readonly string[]): Files => ({
  Dockerfile: ["FROM python:3.12", ...lines, ""].join("\n"),
});

/** An image, and the text of the last step and what its chain ends with. */
const CASES: readonly (readonly [title: string, files: Files, last: string, end: string])[] = [
  [
    "a script with a name of its own",
    { ...image("COPY docker/run.sh /usr/local/bin/entry", 'CMD ["entry"]'), "docker/run.sh": SERVE },
    'exec python -m http.server "${PORT:-8000}" --bind 0.0.0.0',
    "server",
  ],
  [
    "a script without an ending in a folder of PATH",
    { ...image("COPY docker/boot-web /usr/local/bin/", 'CMD ["boot-web"]'), "docker/boot-web": SERVE },
    'exec python -m http.server "${PORT:-8000}" --bind 0.0.0.0',
    "server",
  ],
  [
    "a folder of scripts",
    { ...image("COPY scripts/ /usr/local/bin/", 'CMD ["boot-web"]'), "scripts/boot-web": SERVE },
    'exec python -m http.server "${PORT:-8000}" --bind 0.0.0.0',
    "server",
  ],
  [
    "a script at the root",
    { ...image("COPY docker/run.sh /entry", 'ENTRYPOINT ["/entry"]'), "docker/run.sh": SERVE },
    'exec python -m http.server "${PORT:-8000}" --bind 0.0.0.0',
    "server",
  ],
  [
    "a script in the working folder",
    { ...image("WORKDIR /app", "COPY docker/run.sh ./boot", 'CMD ["./boot"]'), "docker/run.sh": SERVE },
    'exec python -m http.server "${PORT:-8000}" --bind 0.0.0.0',
    "server",
  ],
  [
    "a script that is made executable",
    {
      ...image("COPY docker/run.sh /usr/local/bin/entry", "RUN chmod +x /usr/local/bin/entry", "CMD entry"),
      "docker/run.sh": SERVE,
    },
    'exec python -m http.server "${PORT:-8000}" --bind 0.0.0.0',
    "server",
  ],
  [
    "a script that hands over to its arguments",
    {
      ...image(
        "COPY docker/run.sh /usr/local/bin/with-settings",
        'ENTRYPOINT ["with-settings"]',
        'CMD ["python", "-m", "http.server", "8000"]',
      ),
      "docker/run.sh": '#!/bin/sh\nset -e\nexec "$@"\n',
    },
    "with-settings python -m http.server 8000",
    "server",
  ],
  [
    "a program of Python",
    {
      ...image("COPY serve.py /usr/local/bin/serve-it", 'CMD ["serve-it"]'),
      "serve.py": "#!/usr/bin/env python3\nprint('heron')\n",
    },
    "serve-it",
    "file",
  ],
  // Nothing is said of what the image has from elsewhere, or as another text.
  [
    "a program of another stage",
    {
      Dockerfile:
        'FROM golang:1.23 AS build\nRUN make\nFROM python:3.12\nCOPY --from=build /out/run.sh /usr/local/bin/entry\nCMD ["entry"]\n',
      "out/run.sh": SERVE,
    },
    "entry",
    "open",
  ],
  [
    "a script that a step writes again",
    {
      ...image(
        "COPY docker/run.sh /usr/local/bin/entry",
        "RUN sed -i s/8000/9000/ /usr/local/bin/entry",
        'CMD ["entry"]',
      ),
      "docker/run.sh": SERVE,
    },
    "entry",
    "open",
  ],
  [
    "a file that names no interpreter",
    { ...image("COPY docker/blob /usr/local/bin/entry", 'CMD ["entry"]'), "docker/blob": "heron\n" },
    "entry",
    "open",
  ],
  [
    "a script of another name",
    { ...image("COPY docker/run.sh /usr/local/bin/other", 'CMD ["entry"]'), "docker/run.sh": SERVE },
    "entry",
    "open",
  ],
  [
    "a script in a folder that is not in PATH",
    { ...image("COPY docker/run.sh /srv/entry", 'CMD ["entry"]'), "docker/run.sh": SERVE },
    "entry",
    "open",
  ],
];

describe("a script that an image has under another name", () => {
  for (const [title, files, last, end] of CASES)
    it(`is followed as far as it is certain: ${title}`, () =>
      inFolder(files, (folder) => {
        const [chain] = explainFolder(folder).flatMap(({ chains }) => chains);
        assert.deepEqual([chain?.steps.at(-1)?.text, chain?.end], [last, end]);
      }));

  it("is judged at its own line", () => {
    const files = {
      ...image("COPY docker/run.sh /usr/local/bin/entry", 'CMD ["entry"]'),
      "docker/run.sh": SERVE.replace("0.0.0.0", "127.0.0.1"),
    };
    inFolder(files, (folder) => {
      const found = auditFolder(folder).findings.map(({ rule, place }) =>
        place.source === "file" ? `${rule} ${place.file}:${place.line}` : rule,
      );
      assert.deepEqual(found, ["service/loopback-bind docker/run.sh:2"]);
    });
  });
});
