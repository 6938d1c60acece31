/** Programs of a week, and of the twenty-ninth batch, that the gate leaves undecided or advises about, and why. */
export const UNDECIDED_WEEKDAY_PROGRAMS: Readonly<Record<string, string>> = {
  "plover-disk-read-by-a-worker": "the worker may make the folder itself",
  "plover-jobs-in-another-store": "each may have a queue of its own",
  "plover-migrations-by-transactions": "a migration of one statement works: it is advice",
  "plover-next-asks-inside": "its server may ask by the same variable",
  "plover-standby-of-a-basic-plan": "the page of standbys was not read",
  "plover-store-takes-jobs-away": "whether its memory is ever full is not known",
  "plover-two-schedulers": "the tasks may take no harm of it",
  "plover-worker-has-the-page's-project": "the code may ask another project",
  "twenty-ninth-astro-published-from-build": "the tool's settings may name that folder",
  "twenty-ninth-hugo-published-from-dist": "the tool's settings may name that folder",
  "twenty-ninth-queue-in-a-store-that-evicts": "whether its memory is ever full is not known",
  "twenty-ninth-site-redirects-to-itself": "the site may have a file at one of the paths",
  "twenty-ninth-vite-published-from-build": "the tool's settings may name that folder",
  "plover-worker-of-another-project": "the worker may have a database of its own",
};
