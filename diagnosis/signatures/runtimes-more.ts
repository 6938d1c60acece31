import type { Signature } from "../signature";

/** What says that the code and its runtime do not fit. */
export const RUNTIMES_MORE_SIGNATURES: readonly Signature[] = [
  {
    id: "dotnet/version",
    mode: "runtime/incompatible",
    meaning: "the code needs another .NET",
    pattern:
      /You must install or update \.NET to run this application|The framework 'Microsoft\.\w+(?:\.App)?', version '(?<name>[^']+)'|NETSDK1045|does not support targeting \.NET (?<name2>[\d.]+)|A compatible \.NET SDK was not found|Couldn't find a valid ICU package/,
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
