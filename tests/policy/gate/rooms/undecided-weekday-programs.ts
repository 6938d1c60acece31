/** Programs of a week that the gate leaves undecided or advises about, and why. */
export const UNDECIDED_WEEKDAY_PROGRAMS: Readonly<Record<string, string>> = {
  "plover-disk-read-by-a-worker": "the worker may make the folder itself",
  "plover-jobs-in-another-store": "each may have a queue of its own",
  "plover-migrations-by-transactions": "a migration of one statement works: it is advice",
  "plover-next-asks-inside": "its server may ask by the same variable",
  "plover-standby-of-a-basic-plan": "the page of standbys was not read",
  "plover-store-takes-jobs-away": "whether its memory is ever full is not known",
  "plover-two-schedulers": "the tasks may take no harm of it",
  "plover-worker-has-the-page's-project": "the code may ask another project",
  "plover-worker-of-another-project": "the worker may have a database of its own",
};
