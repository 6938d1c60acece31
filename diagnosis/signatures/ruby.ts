import type { Signature } from "../signature";

const row = { mode: "build/failed", stage: "root", certainty: "certain", decisive: false } as const;

/** What says that Ruby, its bundle and the machine do not fit. */
export const RUBY_SIGNATURES: readonly Signature[] = [
  {
    ...row,
    id: "ruby/version",
    meaning: "the build's Ruby is not the Gemfile's",
    pattern:
      /Your Ruby version is (?<name>[\d.]+), but your Gemfile specified +(?<wanted>[^(]{1,40}?)\s*(?:\(|$)/i,
    cause: "the build runs Ruby {name}, and the Gemfile asks for {wanted}",
    correctiveAction:
      "Let the build run Ruby {wanted} (`.ruby-version`, the image's tag), or write {name} in the Gemfile's line `ruby`.",
    source: "bundler.io/man/gemfile.5.html",
    example: "Your Ruby version is 3.1.5, but your Gemfile specified 3.2.2",
    examples: [
      "Your Ruby version is 2.6.6, but your Gemfile specified ~> 2.7 (Bundler::RubyVersionMismatch)",
    ],
    nearMiss: "Your Ruby is 3.3",
  },
  {
    ...row,
    id: "bundler/platform",
    meaning: "the lock file lacks the build's platform",
    pattern: /Your bundle only supports platforms (?<name>\[[^\]]*\])|bundle lock --add-platform/i,
    cause: "Gemfile.lock was made for the platforms {name} alone, and the build runs on another one",
    correctiveAction:
      "Run `bundle lock --add-platform x86_64-linux` (the platform that the log names), and commit Gemfile.lock.",
    source: "bundler.io/man/bundle-lock.1.html",
    example:
      'Your bundle only supports platforms ["arm64-darwin-22"] but your local platform is x86_64-linux.',
    examples: ["`bundle lock --add-platform x86_64-linux` and try again."],
    nearMiss: "The bundle supports the platform x86_64-linux",
  },
  {
    ...row,
    id: "bundler/gems",
    meaning: "Bundler cannot install the gems",
    pattern:
      /requires [Rr]uby version (?<name>[^,.]+(?:\.\d+)*)|Could not find (?<name2>\S+) in (?:any of the sources|locally installed gems)|Bundler could not find compatible versions|You must use Bundler (?<name3>\d+)|The dependencies in your gemfile changed|frozen mode/i,
    cause: "Ruby, Bundler or a gem does not fit the Gemfile: {name}",
    correctiveAction:
      "Run `bundle install` with the Ruby and the Bundler of the build, and commit Gemfile and Gemfile.lock; where a gem asks for another Ruby, let the build run that (`.ruby-version`, the image's tag).",
    source: "bundler.io/man/gemfile.5.html",
    example: "Bundler::GemNotFound: Could not find rails-7.1.0 in locally installed gems",
    nearMiss: "Using rails 7.1.0",
  },
  {
    ...row,
    id: "bundler/no-program",
    mode: "process/command-not-found",
    decisive: true,
    meaning: "Bundler finds no such program",
    pattern:
      /^bundler: command not found: (?<name>\S+)|^Install missing gem executables with `bundle install`/,
    cause:
      "the command runs {name} by Bundler, and {name} is missing from the Gemfile, or its group is not installed",
    correctiveAction:
      "Add the gem that has {name} to the Gemfile, outside a group that the build leaves out, run `bundle install`, and commit Gemfile and Gemfile.lock.",
    source: "rubygems/rubygems: bundler/lib/bundler/cli/exec.rb",
    example: "bundler: command not found: puma",
    examples: ["Install missing gem executables with `bundle install`"],
    nearMiss: "bundle install has found puma",
  },
  {
    id: "ruby/uninitialized-constant",
    mode: "process/exception",
    meaning: "the code uses a constant that is not defined",
    pattern: /uninitialized constant (?<name>[A-Z][\w:]*)/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    competing: [{ mode: "import/missing-module", cause: "the gem that defines it is not in the bundle" }],
    cause:
      "the code uses the constant {name} before it is defined: its file or gem is not loaded, or loaded later",
    correctiveAction:
      "Require what defines {name} before the line that uses it, add its gem to the Gemfile, or correct the name.",
    source: "ruby: NameError",
    example: "/app/config/puma.rb:3:in `_load_from': uninitialized constant Rails (NameError)",
    nearMiss: "the constant is initialized",
  },
];
