import type { Signature } from "../signature";

/** The versions of Java, as of September 2025 (docs.oracle.com/javase/specs/jvms, table 4.1-A). */
const JAVAS = [8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25];

/** The version of a Java's class files, in the same table: Java 8 has 52, and each later Java one more. */
const classFileOf = (java: number): number => java + 44;

const action = (java: string): string =>
  `Take Java ${java} or newer in the image (\`eclipse-temurin:${java}-jre\`, to compile \`${java}-jdk\`), on a platform \`java.runtime.version=${java}\` in system.properties; or compile for the older one (\`--release\`).`;

const ofClassFile = (java: number): Signature => {
  const major = classFileOf(java);
  return {
    id: `java/class-file-${major}`,
    mode: "runtime/incompatible",
    meaning: "the code needs a newer Java",
    pattern: new RegExp(`(?:class file version|[Uu]nsupported major\\.minor version) ${major}(?:\\.0)?\\b`),
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: `the code was compiled for Java ${java} (class file version ${major}), and an older Java runs it`,
    correctiveAction: action(String(java)),
    source: "docs.oracle.com/javase/specs/jvms (4.1)",
    example: `java.lang.UnsupportedClassVersionError: app/Main has been compiled by a more recent version of the Java Runtime (class file version ${major}.0)`,
    nearMiss: `java ${java} is installed`,
  };
};

/** What says by its number which Java is needed. */
export const JAVA_VERSIONS_SIGNATURES: readonly Signature[] = [
  ...JAVAS.map(ofClassFile),
  {
    id: "java/release",
    mode: "runtime/incompatible",
    meaning: "the build needs a newer Java",
    pattern:
      /invalid (?:target|source) release: (?:1\.)?(?<name>\d+)|release version (?<name2>\d+) not supported|requires at least JVM runtime version (?<name3>\d+)|languageVersion=(?<name4>\d+)/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause:
      "the build asks for Java {name}, and the Java that it runs on is older, or there is none of that version",
    correctiveAction: action("{name}"),
    source:
      "docs.oracle.com/en/java/javase/21/docs/specs/man/javac.html; docs.gradle.org/current/userguide/toolchains.html",
    example: "error: release version 21 not supported",
    examples: ["error: invalid target release: 17"],
    nearMiss: "release version 21 is supported",
  },
];
