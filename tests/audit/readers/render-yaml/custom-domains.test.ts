import { itJudges, type JudgedCase } from "../../judged-case";

const FILES = {
  "main.py": "from fastapi import FastAPI\n\napp = FastAPI()\n",
  "requirements.txt": "fastapi\nuvicorn\n",
};

const service = (name: string, ...domains: readonly string[]): readonly string[] => [
  "  - type: web",
  `    name: ${name}`,
  "    runtime: python",
  "    buildCommand: pip install -r requirements.txt",
  "    startCommand: uvicorn main:app --host 0.0.0.0 --port $PORT",
  "    domains:",
  ...domains.map((domain) => `      - ${domain}`),
];
const files = (...services: readonly (readonly string[])[]) => ({
  ...FILES,
  "render.yaml": ["services:", ...services.flat(), ""].join("\n"),
});

/** Render takes the name alone, and a domain is of one service, once (render.com/docs/custom-domains). */
const broken: readonly JudgedCase[] = [
  {
    title: "a scheme",
    files: files(service("api", "https://api.acme.io")),
    told: ["error service/custom-domain render.yaml:8"],
  },
  {
    title: "a path, beside a sound one",
    files: files(service("api", "api.acme.io", "acme.io/api")),
    told: ["error service/custom-domain render.yaml:9"],
  },
  {
    title: "a platform's own name",
    files: files(service("api", "orderly.onrender.com")),
    told: ["error service/custom-domain render.yaml:8"],
  },
  {
    title: "the same domain twice",
    files: files(service("api", "api.acme.io", "api.acme.io")),
    told: ["error service/custom-domain render.yaml:9"],
  },
];

const sound: readonly JudgedCase[] = [
  ["a name", "api.acme.io"],
  ["the domain itself", "acme.io"],
  ["a wildcard", '"*.acme.io"'],
  ["letters of other alphabets", "bücher.example"],
  ["a template's place", '"${DOMAIN}"'],
].map(([title = "", domain = ""]) => ({
  title,
  files: files(service("api", domain)),
  told: [],
  silent: ["service/custom-domain"],
}));

describe("custom domains of a Blueprint", () => {
  itJudges(broken, "broken");
  itJudges(sound, "sound");
});
