const EMPTY_GROUP = "whether Render refuses an empty group is not known from its API's description";

/** Programs of the twenty-seventh batch, and of empty groups next to it, that the gate leaves undecided or advises about. */
export const UNDECIDED_TWENTY_SEVENTH: Readonly<Record<string, string>> = {
  "knot-group-of-no-variables": EMPTY_GROUP,
  "knot-group-of-no-variables-and-no-files": EMPTY_GROUP,
  "knot-group-without-variables": EMPTY_GROUP,
  "twenty-seventh-auth-of-another-project": "a team may have its sign-ins in a project of their own",
  "twenty-seventh-bullmq-evicts": "its memory may never be full",
  "twenty-seventh-celery-evicts": "its memory may never be full",
  "twenty-seventh-compose-name-of-the-broker": "another program may have a service of that name",
  "twenty-seventh-credential-of-docker-for-ghcr": "Render may log in with it all the same",
  "twenty-seventh-cron-in-transaction-mode": "no driver is declared, and another one may be there",
  "twenty-seventh-cron-of-spring": "Render may take it",
  "twenty-seventh-disk-beside-the-data": "what the command keeps there may be wanted at no later deploy",
  "twenty-seventh-firebase-file-of-another-name": "an env group that is linked by its id may bring the file",
  "twenty-seventh-flows-without-disk": "what is in the file may be meant to be lost",
  "twenty-seventh-group-of-nothing": EMPTY_GROUP,
  "twenty-seventh-localhost-is-a-neighbour": "another process of the service may be there",
  "twenty-seventh-media-beside-the-disk": "what is in the folder may be meant to be lost",
  "twenty-seventh-mkdocs-in-docs": "the tool's settings may name that folder",
  "twenty-seventh-no-build-of-nest": "the repository may hold what a build writes",
  "twenty-seventh-private-at-10000":
    "two of Render's pages say otherwise of this port (docs/facts/render.md#r31)",
  "twenty-seventh-sidekiq-evicts": "its memory may never be full",
  "twenty-seventh-sidekiq-without-store": "an env group that is linked by its id may set it",
  "twenty-seventh-sqlite-without-disk": "what is in the file may be meant to be lost",
  "twenty-seventh-strapi-beside-its-disk": "what is in the file may be meant to be lost",
  "twenty-seventh-vite-in-build": "the tool's settings may name that folder",
  "twenty-seventh-worker-reads-the-web-disk": "the program may use the folder for something else",
  "twenty-seventh-worker-without-broker": "an env group that is linked by its id may set it",
};
