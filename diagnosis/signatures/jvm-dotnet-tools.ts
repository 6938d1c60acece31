import type { Signature } from "../signature";

/** What the tools and libraries of the JVM and of .NET say. */
export const JVM_DOTNET_TOOLS_SIGNATURES: readonly Signature[] = [
  {
    id: "maven/no-pom",
    mode: "build/failed",
    meaning: "Maven finds no pom.xml",
    pattern: /requires a project to execute but there is no POM/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "Maven runs in a folder without pom.xml (POM)",
    correctiveAction: "Correct the root directory, or copy pom.xml before the command.",
    source: "maven.apache.org/guides",
    example:
      "[ERROR] The goal you specified requires a project to execute but there is no POM in this directory (/app).",
    nearMiss: "there is a POM in this directory",
  },
  {
    id: "gradle/no-wrapper",
    mode: "build/failed",
    meaning: "the wrapper's jar is not there",
    pattern:
      /org[./]gradle[./]wrapper[./]GradleWrapperMain|org[./]apache[./]maven[./]wrapper[./]MavenWrapperMain|Unable to access jarfile .{0,80}-wrapper\.jar/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause:
      "the wrapper's jar (gradle-wrapper.jar, maven-wrapper.jar) is not in the repository or in the image",
    correctiveAction:
      "Commit the jar (`git add -f gradle/wrapper/gradle-wrapper.jar`) and copy the folder into the image.",
    source: "docs.gradle.org/current/userguide/gradle_wrapper.html",
    example: "Error: Could not find or load main class org.gradle.wrapper.GradleWrapperMain",
    nearMiss: "the wrapper started Gradle",
  },
  {
    id: "jdbc/url",
    mode: "database/url-malformed",
    meaning: "the URL is none that the driver takes",
    pattern:
      /claims to not accept jdbcUrl|No suitable driver found for|'url' must start with "jdbc"|URL must start with 'jdbc'|Driver .{1,60} is not suitable for/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause:
      "the database's URL is none that the JDBC driver takes: it begins with `postgres://` and not with `jdbc:postgresql://`, or the driver is not there",
    correctiveAction:
      "Write `jdbc:postgresql://HOST:PORT/DATABASE`, and give user and password as settings of their own (SPRING_DATASOURCE_USERNAME, SPRING_DATASOURCE_PASSWORD).",
    source: "jdbc.postgresql.org/documentation/use",
    example:
      "Caused by: java.lang.RuntimeException: Driver org.postgresql.Driver claims to not accept jdbcUrl, postgresql://db.internal:5432/shop",
    nearMiss: "jdbcUrl is accepted",
  },
  {
    id: "java/no-memory",
    mode: "memory/exhausted",
    meaning: "the machine has no memory for Java",
    pattern:
      /insufficient memory for the Java Runtime|Native memory allocation \(\w+\) failed|Could not reserve enough space for/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "the machine has less memory than the JVM asks for",
    correctiveAction:
      "Set a smaller heap (`-XX:MaxRAMPercentage=75`, `-Xmx`), or take an instance with more memory.",
    source: "docs.oracle.com/en/java/javase/21/docs/specs/man/java.html",
    example: "# There is insufficient memory for the Java Runtime Environment to continue.",
    nearMiss: "memory for the Java Runtime is 512M",
  },
  {
    id: "java/option",
    mode: "configuration/invalid",
    meaning: "the JVM does not know an option",
    pattern:
      /Unrecognized (?:VM )?option:? '?(?<name>[^\s']+)|Invalid (?:maximum|initial) heap size: (?<name2>\S+)|Could not create the Java Virtual Machine|Error opening zip file or JAR manifest missing : (?<name3>\S+)/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "the JVM does not take an option: {name}",
    correctiveAction:
      "Take the option out of JAVA_OPTS or JAVA_TOOL_OPTIONS, or correct it for the Java that runs.",
    source: "docs.oracle.com/en/java/javase/21/docs/specs/man/java.html",
    example: "Unrecognized VM option 'MaxPermSize=256m'",
    nearMiss: "Picked up JAVA_TOOL_OPTIONS: -Xmx256m",
  },
  {
    id: "sqlserver/unreachable",
    mode: "database/refused",
    meaning: "SQL Server does not answer",
    pattern:
      /network-related or instance-specific error|Could not open a connection to SQL Server|TCP Provider, error: \d+|Login timeout expired/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause: "the SQL Server of the connection string is not reached",
    correctiveAction:
      "Correct the host and port of the connection string in that environment (`Server=HOST,1433`), or start it.",
    source: "learn.microsoft.com/sql/connect/ado-net",
    example:
      "Microsoft.Data.SqlClient.SqlException (0x80131904): A network-related or instance-specific error occurred while establishing a connection to SQL Server.",
    nearMiss: "SQL Server is connected",
  },
  {
    id: "sqlserver/untrusted",
    mode: "database/tls-untrusted",
    meaning: "SQL Server's certificate is not trusted",
    pattern:
      /certificate chain was issued by an authority that is not trusted|error occurred during the (?:pre-)?login (?:handshake|process).{0,200}certificate/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "the certificate of the SQL Server is not trusted",
    correctiveAction:
      "Give the client the authority's certificate; inside one machine `TrustServerCertificate=true`.",
    source: "learn.microsoft.com/sql/connect/ado-net/encryption",
    example: "The certificate chain was issued by an authority that is not trusted.",
    nearMiss: "the certificate chain is trusted",
  },
  {
    id: "kestrel/no-certificate",
    mode: "configuration/invalid",
    meaning: "Kestrel has no certificate",
    pattern: /Unable to configure HTTPS endpoint|default developer certificate could not be found/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "Kestrel is told to serve HTTPS, and has no certificate",
    correctiveAction:
      "Let it serve HTTP behind the platform's proxy (`ASPNETCORE_URLS=http://0.0.0.0:$PORT`), and take the HTTPS endpoint out.",
    source: "learn.microsoft.com/aspnet/core/fundamentals/servers/kestrel/endpoints",
    example:
      "System.InvalidOperationException: Unable to configure HTTPS endpoint. No server certificate was specified, and the default developer certificate could not be found or is out of date.",
    nearMiss: "HTTPS endpoint configured",
  },
];
