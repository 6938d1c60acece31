import { itJudges, type JudgedCase } from "../../judged-case";

type Files = JudgedCase["files"];

const SERVER: Files = {
  "package.json": '{ "name": "heron", "version": "1.0.0" }\n',
  "server.js": 'require("http").createServer((q, r) => r.end("ok")).listen(process.env.PORT || 3000);\n',
};
const START = 'CMD ["node", "server.js"]\n';
const image = (lines: string, before = ""): Files => ({
  "compose.yml": 'services:\n  web:\n    build: .\n    ports: ["3000:3000"]\n',
  Dockerfile: `${before}FROM node:22\nWORKDIR /app\nCOPY . .\n${lines}`,
  ...SERVER,
});
const AT = (line: number): readonly string[] => [`error service/unmet-need Dockerfile:${line}`];

/** Lines whose first word is none of Docker's instructions. Written before the audit looked for them. */
const FAULTY: readonly JudgedCase[] = [
  { title: "a URL", files: image(`${START}https://heron-production.up.railway.app/\n`), told: AT(5) },
  { title: "a misspelt word", files: image(`RUNN echo a\n${START}`), told: AT(4) },
  {
    title: "a continuation that is not written",
    files: image(`RUN apt-get update &&\n    apt-get install -y curl\n${START}`),
    told: AT(5),
  },
  {
    title: "a mark of a merge",
    files: image(`<<<<<<< HEAD\n${START}=======\n${START}>>>>>>> main\n`),
    told: AT(4),
  },
  { title: "a block of Markdown", files: image(START, "```dockerfile\n"), told: AT(1) },
  {
    title: "a line after a comment in a continuation",
    files: image(`RUN echo a \\\n  # b\n  c\nnpm run build\n${START}`),
    told: AT(7),
  },
  { title: "a line after a heredoc", files: image(`RUN <<EOF\necho a\nEOF\necho b\n${START}`), told: AT(7) },
  {
    title: "on Fly, without a command",
    files: {
      "fly.toml": 'app = "heron"\n\n[http_service]\n  internal_port = 3000\n',
      Dockerfile: `FROM node:22\nWORKDIR /app\nCOPY . .\nSTART node server.js\n`,
      ...SERVER,
    },
    told: ["error service/start-command Dockerfile:1", ...AT(4)],
  },
  {
    title: "on Render, with a command of the manifest",
    files: {
      "render.yaml":
        "services:\n  - type: web\n    name: heron\n    runtime: docker\n    dockerCommand: node server.js\n",
      Dockerfile: `FROM node:22\nWORKDIR /app\nCOPY . .\nnpm ci\n`,
      ...SERVER,
    },
    told: AT(4),
  },
];

const SOUND: readonly JudgedCase[] = [
  {
    title: "all of Docker's words",
    files: image(
      `ARG A=1\nENV B=2\nEXPOSE 3000\nLABEL c=d\nMAINTAINER e\nSHELL ["/bin/sh", "-c"]\nSTOPSIGNAL SIGTERM\nUSER node\nVOLUME /v\nADD server.js /app/server.js\nHEALTHCHECK NONE\nRUN true\n${START}`,
    ),
  },
  {
    title: "lower case",
    files: { ...image(""), Dockerfile: 'from node:22\nworkdir /app\ncopy . .\ncmd ["node", "server.js"]\n' },
  },
  { title: "a line that goes on", files: image(`RUN echo a \\\n  b && \\\n\n  # c\n  d\n${START}`) },
  { title: "another escape character", files: image(`RUN echo a \`\n  b\n${START}`, "# escape=`\n") },
  { title: "a heredoc", files: image(`RUN <<EOF\nset -e\necho a\nEOF\n${START}`) },
  { title: "a heredoc in quotes", files: image(`RUN <<'EOF' bash\nset -e\nnpm ci\nEOF\n${START}`) },
  { title: "two heredocs", files: image(`COPY <<A <<B /app/\nfoo\nA\nbar\nB\n${START}`) },
  { title: "a heredoc with tabs", files: image(`RUN <<-EOF\n\techo a\n\tEOF\n${START}`) },
  {
    title: "a heredoc behind a command",
    files: image(`RUN cat <<EOF > /app/a.conf\nlisten 3000\nEOF\n${START}`),
  },
  { title: "a shift in a command", files: image(`RUN echo $((1<<2))\n${START}`) },
  { title: "a here-string", files: image(`RUN bash -c 'cat <<< "a"'\n${START}`) },
  { title: "ONBUILD", files: image(`ONBUILD RUN echo a\n${START}`) },
  {
    title: "another frontend",
    files: image(`INCLUDE+ Dockerfile.more\n${START}`, "# syntax=acme/dockerfile-plus\n"),
  },
  { title: "Docker's own frontend", files: image(START, "# syntax=docker/dockerfile:1.7-labs\n") },
  { title: "a template", files: image(`{{ if .Debug }}\nENV A=1\n{{ end }}\n${START}`) },
  { title: "an indented instruction", files: image(`  RUN echo a\n\t${START}`) },
  {
    title: "Windows line ends",
    files: {
      ...image(""),
      Dockerfile: `FROM node:22\r\nWORKDIR /app\r\nCOPY . .\r\nRUN echo a \\\r\n  b\r\n${START}`,
    },
  },
  { title: "a byte order mark", files: image(START, "\uFEFF") },
  {
    title: "a Dockerfile that nothing builds",
    files: { ...image(START), "notes/Dockerfile.draft": "FROM node:22\nto do\n" },
  },
].map((one) => ({ ...one, told: [], silent: ["service/unmet-need"] }));

describe("a line of a Dockerfile", () => {
  itJudges(SOUND, "sound");
  itJudges(FAULTY, "faulty");
});
