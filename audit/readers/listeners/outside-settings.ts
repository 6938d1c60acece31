import path from "node:path";
import type { Repository } from "../../reader";
import { foldersAbove } from "../../services/service-folders";
import type { SourceFile } from "../../walk/source-file";

/**
 * Settings by which Spring, Quarkus or Micronaut takes values from a server of settings, a vault or another file, whose
 * names no file here has (docs.spring.io/spring-boot: importing additional data; docs.spring.io/spring-cloud-config;
 * quarkiverse: vault, config extensions; docs.micronaut.io: distributed configuration. November 2026).
 */
const NAMED =
  /^[ \t]*(?:%\w+\.)?(?:spring\.config\.import\b|(?:spring\.)?cloud\.(?:config|vault|consul|zookeeper|kubernetes)\b|quarkus\.(?:vault|consul-config|spring-cloud-config|kubernetes-config|config\.locations)\b|smallrye\.config\.|micronaut\.config-client\b)/m;
/** The same in YAML, below its parents. */
const NESTED =
  /^[ \t]+(?:(?:spring\.)?(?:config\.)?import|config-client|consul-config|spring-cloud-config|vault)[ \t]*:/m;

/** Packages that look for such a server by themselves, or read `bootstrap.yml`. */
const PACKAGES =
  /spring-cloud-(?:starter-)?(?:config\b(?!-server)|bootstrap|vault|consul-config|consul-all|zookeeper-config|kubernetes|azure|gcp|aws|alibaba-nacos-config)|spring-cloud-(?:aws|azure|gcp)-starter|nacos-config|quarkus-(?:vault|config-consul|spring-cloud-config-client|kubernetes-config|amazon-(?:ssm|secretsmanager)|google-cloud-secret-manager)|micronaut-(?:discovery-client|aws-parameter-store|aws-secretsmanager|gcp-secret-manager|azure-secret-manager|oraclecloud-vault|kubernetes-discovery-client|kubernetes-client)|apollo-client/;

const BUILDS: readonly string[] = [
  "pom.xml",
  "build.gradle",
  "build.gradle.kts",
  "gradle/libs.versions.toml",
];
const SETTINGS = /^(?:application|bootstrap)[\w-]*\.(?:properties|ya?ml)$/;

/** Whether a placeholder in a file of settings may get its value from somewhere else than the environment. */
export function mayTakeFromOutside({ path: file, text }: SourceFile, repository: Repository): boolean {
  const folder = path.posix.dirname(file);
  const beside = [".yml", ".yaml", ".properties"]
    .flatMap((extension) => repository.below(folder === "." ? "" : folder, extension))
    .filter((other) => path.posix.dirname(other) === folder && SETTINGS.test(path.posix.basename(other)));
  // Spring Cloud and Micronaut read the file of this name before all others, to find such a server.
  if (beside.some((other) => path.posix.basename(other).startsWith("bootstrap"))) return true;
  const texts = [text, ...beside.map((other) => repository.text(other) ?? "")];
  if (texts.some((one) => NAMED.test(one) || NESTED.test(one))) return true;
  return foldersAbove(folder).some((above) =>
    BUILDS.some((name) => PACKAGES.test(repository.text(path.posix.join(above, name)) ?? "")),
  );
}
