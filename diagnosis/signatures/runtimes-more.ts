import type { Signature } from "../signature";

/** What says that the code and its runtime do not fit. */
export const RUNTIMES_MORE_SIGNATURES: readonly Signature[] = [
  {
    id: "elixir/version",
    mode: "build/failed",
    meaning: "Elixir, OTP or a dependency does not fit",
    pattern:
      /You're trying to run :\w+ on Elixir v(?<name>[\d.]+\S*) but it has declared|Unchecked dependencies for environment|could not compile dependency :(?<name2>\w+)|the dependency (?<name3>\S+) requires Elixir|[Mm]ix\.lock .*out of date|Could not find Hex|key :\w+ not found in: \[.*otp|BEAM file .* OTP \d+|corrupt atom table/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "Elixir, OTP or a dependency ({name}) does not fit the project",
    correctiveAction:
      "Take the versions that mix.exs names (`.tool-versions`, the image's tag), and run `mix deps.get`.",
    source: "hexdocs.pm/mix",
    example:
      "** (Mix) You're trying to run :app on Elixir v1.14.5 but it has declared in its mix.exs file it supports only Elixir ~> 1.15",
    nearMiss: "elixir 1.18 is installed",
  },
  {
    id: "dotnet/version",
    mode: "runtime/incompatible",
    meaning: "the code needs another .NET",
    pattern:
      /You must install or update \.NET to run this application|The framework 'Microsoft\.\w+(?:\.App)?', version '(?<name>[^']+)'|NETSDK1045|does not support targeting \.NET (?<name2>[\d.]+)|A compatible \.NET SDK was not found/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "the program asks for a .NET that is not in the image: {name}",
    correctiveAction:
      "Take the image of that version (`mcr.microsoft.com/dotnet/aspnet:9.0`), or change TargetFramework; without ICU set InvariantGlobalization.",
    source: "learn.microsoft.com/dotnet/core/versions/selection",
    example: "You must install or update .NET to run this application.",
    examples: ["error NETSDK1045: The current .NET SDK does not support targeting .NET 9.0."],
    nearMiss: ".NET 9 is installed",
  },
];
