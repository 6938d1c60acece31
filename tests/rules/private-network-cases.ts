import { type Fact, type NeighbourFact, type PlatformFact, type ServiceType, unknown } from "../../domain";
import { type Cases, environment, here, render, variable } from "./facts";

const URN = "urn:pulumi:production::acme::render:index/webService:WebService::api";
const at = (property: string) => ({ source: "resource", urn: URN, property }) as const;
const own = (type: ServiceType, region?: string): PlatformFact => ({
  ...render,
  type,
  ...(region !== undefined && { region }),
});
const OHIO = own("web", "ohio");
const neighbour = (
  is: NeighbourFact["is"],
  name: string,
  change: Partial<NeighbourFact> = {},
): NeighbourFact => ({
  kind: "neighbour",
  place: here,
  platform: "render",
  is,
  name,
  hosts: is === "database" || is === "key value store" ? [] : [name],
  region: "ohio",
  ...change,
});
const later = (name: string): Fact =>
  ({
    ...variable(name, ""),
    place: at(`envVars.${name}`),
    value: unknown("known only after the deployment"),
  }) as Fact;
const taken = (name: string, takenFrom: string): Fact =>
  ({
    ...variable(name, ""),
    value: unknown("Render takes its value from another service"),
    takenFrom,
  }) as Fact;
const route = (destination: string | undefined): Fact => ({
  kind: "manifest-part",
  platform: "render",
  part: "route",
  place: at("routes[0]"),
  fields: new Map([
    ["destination", { place: at("routes[0]"), ...(destination !== undefined && { text: destination }) }],
  ]),
});
const QUEUE = {
  ...variable("REDIS_URL", "redis://red-d0abc1def:6379"),
  place: at("envVars.REDIS_URL"),
} as Fact;

/** Who reaches whom in Render's private network. */
export const PRIVATE_NETWORK_CASES: Cases = {
  "service/private-network": [
    [
      "a private service of the same region",
      [OHIO, neighbour("private", "pdf"), variable("PDF_URL", "http://pdf:3000")],
      undefined,
    ],
    [
      "HTTPS to a private service",
      [OHIO, neighbour("private", "pdf"), variable("PDF_URL", "https://pdf:3000")],
      "unknown",
    ],
    [
      "HTTPS to the public address of a web service",
      [OHIO, neighbour("web", "pdf", { plan: "starter" }), variable("PDF_URL", "https://pdf.onrender.com")],
      undefined,
    ],
    [
      "a public address like a private service's",
      [OHIO, neighbour("private", "pdf"), variable("PDF_URL", "https://pdf.onrender.com/v1")],
      "unknown",
    ],
    [
      "a public address like those of two services",
      [
        OHIO,
        neighbour("private", "pdf"),
        neighbour("web", "pdf"),
        variable("PDF_URL", "https://pdf.onrender.com"),
      ],
      undefined,
    ],
    [
      "a paid web service of the same region",
      [OHIO, neighbour("web", "pdf", { plan: "starter" }), variable("PDF_URL", "http://pdf-7k2p:3000")],
      undefined,
    ],
    [
      "a worker",
      [OHIO, neighbour("worker", "mailer"), variable("MAILER_URL", "http://mailer:4000")],
      [
        "error test: host in MAILER_URL: expected a service that receives requests, got mailer, a background worker, which has no internal address. Make mailer a private service, or do not ask it.",
      ],
    ],
    [
      "a cron job, in two variables",
      [OHIO, neighbour("cron", "mailer"), variable("MAILER_HOST", "mailer"), variable("MAILER_PORT", "4000")],
      /^mailer, a cron job, which has no internal address$/,
    ],
    [
      "a worker that an image is called after",
      [OHIO, neighbour("worker", "api"), variable("RELEASE", "api:42")],
      undefined,
    ],
    [
      "a worker and a private service of one name",
      [
        OHIO,
        neighbour("worker", "mailer"),
        neighbour("private", "mailer"),
        variable("MAILER_URL", "http://mailer:4000"),
      ],
      undefined,
    ],
    [
      "a free web service",
      [OHIO, neighbour("web", "ledger", { plan: "free" }), variable("LEDGER_URL", "http://ledger:8000")],
      [
        "error test: host in LEDGER_URL: expected a service that receives requests of the private network, got ledger, a web service with the plan `free`, which receives none. Choose a paid plan for ledger, such as `starter`, or ask its public address.",
      ],
    ],
    [
      "a free web service by its public address",
      [
        OHIO,
        neighbour("web", "ledger", { plan: "free" }),
        variable("LEDGER_URL", "https://ledger.onrender.com"),
      ],
      undefined,
    ],
    [
      "the name alone of a free web service, which may become its public address",
      [OHIO, neighbour("web", "ledger", { plan: "free" }), variable("LEDGER_HOST", "ledger")],
      "unknown",
    ],
    [
      "the name of a free web service, with a port beside it",
      [
        OHIO,
        neighbour("web", "ledger", { plan: "free" }),
        variable("LEDGER_HOST", "ledger"),
        variable("LEDGER_PORT", "8000"),
      ],
      /^ledger, a web service with the plan `free`/,
    ],
    [
      "what a Blueprint takes of a worker",
      [OHIO, neighbour("worker", "mailer"), taken("MAILER", "service mailer host")],
      [
        "error test: host that MAILER takes: expected a service that receives requests, got mailer, a background worker, which has no internal address. Make mailer a private service, or do not ask it.",
      ],
    ],
    [
      "host and port that a Blueprint takes for pages",
      [own("static"), neighbour("web", "api"), taken("VITE_API", "service api hostport")],
      /^api, by its internal name, and a static site/,
    ],
    [
      "the host that a Blueprint takes for pages, which may become the public address",
      [own("static"), neighbour("web", "api"), taken("VITE_API_HOST", "service api host")],
      "unknown",
    ],
    [
      "host and port that a Blueprint takes of its own region",
      [OHIO, neighbour("private", "pdf"), taken("PDF", "service pdf hostport")],
      undefined,
    ],
    [
      "another region",
      [OHIO, neighbour("private", "pdf", { region: "frankfurt" }), variable("PDF_URL", "http://pdf:3000")],
      [
        "error test: host in PDF_URL: expected a name of its own region, ohio, got pdf, which is in frankfurt. Put both into one region, or ask a public address: make pdf a web service.",
      ],
    ],
    [
      "a region that no place says",
      [
        own("web"),
        neighbour("private", "pdf", { region: "frankfurt" }),
        variable("PDF_URL", "http://pdf:3000"),
      ],
      undefined,
    ],
    [
      "a region that is not known yet",
      [
        { ...own("web"), pending: "known only after the deployment" },
        neighbour("private", "pdf"),
        variable("PDF_URL", "http://pdf:3000"),
      ],
      "unknown",
    ],
    [
      "a store of another region by its own host",
      [OHIO, neighbour("key value store", "queue", { region: "virginia", hosts: ["red-d0abc1def"] }), QUEUE],
      /^queue, which is in virginia$/,
    ],
    [
      "a store of another region that the program takes the address of",
      [OHIO, neighbour("key value store", "queue", { region: "virginia", usedBy: [URN] }), QUEUE],
      /^queue, which is in virginia$/,
    ],
    [
      "another store than the program's",
      [OHIO, neighbour("key value store", "queue", { region: "virginia", hosts: ["red-other"] }), QUEUE],
      undefined,
    ],
    [
      "a store of its own region",
      [OHIO, neighbour("key value store", "queue", { hosts: ["red-d0abc1def"] }), QUEUE],
      undefined,
    ],
    [
      "an address that is known later, of a worker that the program names",
      [OHIO, neighbour("worker", "mailer", { usedBy: [URN] }), later("MAILER_URL")],
      "unknown",
    ],
    [
      "an address that is known later, of what can be reached",
      [OHIO, neighbour("private", "pdf", { usedBy: [URN] }), later("PDF_URL")],
      undefined,
    ],
    [
      "pages that ask a private service",
      [own("static"), neighbour("private", "backend"), variable("VITE_API_URL", "http://backend:8000")],
      /^backend, by its internal name, and a static site is on no private network$/,
    ],
    [
      "a route to an internal name",
      [own("static"), neighbour("private", "backend"), route("http://backend:8000/*")],
      [
        "error api (routes[0]): destination of a route: expected a path of the site, or a public address, got `backend`, an internal name, and a static site is on no private network. Make backend a web service and write its public address.",
      ],
    ],
    ["a route to a public address", [own("static"), route("https://orchard-api.onrender.com/*")], undefined],
    ["a route to a page", [own("static"), route("/index.html")], undefined],
    ["a route whose destination is known later", [own("static"), route(undefined)], "unknown"],
    [
      "a developer's machine",
      [
        environment("local"),
        OHIO,
        neighbour("worker", "mailer"),
        variable("MAILER_URL", "http://mailer:4000"),
      ],
      undefined,
    ],
  ],
};
