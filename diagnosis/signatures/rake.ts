import type { Signature } from "../signature";

const row = {
  stage: "step",
  certainty: "open",
  decisive: false,
  asksFor: ["What stands above `Tasks: TOP`? Rake prints the error before it."],
  source: "ruby/rake: lib/rake/application.rb, display_cause_details",
} as const;

/** Rake names the task that failed after the error itself. */
export const RAKE_SIGNATURES: readonly Signature[] = [
  {
    ...row,
    id: "rake/migration",
    mode: "migration/failed",
    meaning: "a migration that Rake runs failed",
    pattern: /^Tasks: TOP => (?<task>\S*db:(?:migrate|schema|prepare|setup|seed|create|structure)\S*)/,
    cause: "Rake's task {task} failed",
    correctiveAction: "Correct the migration that is named above this line, or the state of the database.",
    example: "Tasks: TOP => db:migrate",
    nearMiss: "Tasks: db:migrate done",
  },
  {
    ...row,
    id: "rake/assets",
    mode: "build/failed",
    meaning: "the assets could not be built",
    pattern: /^Tasks: TOP => (?<task>(?:assets|webpacker|javascript|css|yarn|vite|shakapacker):\S*)/,
    cause: "Rake's task {task} failed",
    correctiveAction: "Correct the error that stands above this line.",
    example: "Tasks: TOP => assets:precompile",
    nearMiss: "Tasks: assets:precompile done",
  },
];
