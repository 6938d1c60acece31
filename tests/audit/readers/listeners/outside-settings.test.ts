import { itJudges, type JudgedCase } from "../../judged-case";
import type { Files } from "../../written-folder";

const SETTINGS = "src/main/resources/application.yml";
const WANTS = "spring:\n  datasource:\n    password: ${QUOTES_DB_PASSWORD}\n";
const APP: Files = {
  Procfile: "web: java -jar target/quotes-1.0.0.jar\n",
  "app.json": '{"name": "quotes", "env": {"LEVEL": {"value": "info"}}}\n',
  "pom.xml": "<project><artifactId>quotes</artifactId><version>1.0.0</version></project>\n",
  [SETTINGS]: WANTS,
};
const importing = (value: string): Files => ({
  [SETTINGS]: `spring:\n  config:\n    import: ${value}\n${WANTS}`,
});
const withPackage = (name: string): Files => ({
  "pom.xml": `<project><artifactId>quotes</artifactId><version>1.0.0</version><dependencies><dependency><artifactId>${name}</artifactId></dependency></dependencies></project>\n`,
});

const SOUND: readonly JudgedCase[] = Object.entries<Files>({
  "a server of settings": importing("configserver:https://config.acme.io"),
  "a vault": importing("vault://secret/quotes"),
  "AWS' secrets": importing("optional:aws-secretsmanager:/quotes"),
  "a list of sources": importing("\n      - consul:\n      - configtree:/etc/secrets/"),
  "a source named in properties": {
    "src/main/resources/application.properties": "spring.config.import=optional:file:./secret.properties\n",
  },
  "a package of Spring Cloud": withPackage("spring-cloud-starter-vault-config"),
  "a package of Quarkus": withPackage("quarkus-config-consul"),
  "settings that are read before": {
    "src/main/resources/bootstrap.yml": "spring:\n  application:\n    name: quotes\n",
  },
  "a source in a variable": {
    "app.json":
      '{"name": "quotes", "env": {"SPRING_CONFIG_IMPORT": {"value": "configserver:https://config.acme.io"}}}\n',
  },
  "a source in a flag": {
    Procfile:
      "web: java -jar target/quotes-1.0.0.jar --spring.config.additional-location=file:/etc/quotes/\n",
  },
  "a setting of that name": { [SETTINGS]: `QUOTES_DB_PASSWORD: ""\n${WANTS}` },
}).map(([title, files]) => ({
  title,
  files: { ...APP, ...files },
  told: [],
  silent: ["environment/missing-variable"],
}));

const FAULTY: readonly JudgedCase[] = [
  { title: "no other source", files: APP, told: [`note environment/missing-variable ${SETTINGS}:3`] },
  {
    title: "a package of Spring Cloud that brings no settings",
    files: { ...APP, ...withPackage("spring-cloud-starter-gateway") },
    told: [`note environment/missing-variable ${SETTINGS}:3`],
  },
];

describe("a placeholder of Spring", () => {
  itJudges(SOUND, "that another source may fill in");
  itJudges(FAULTY, "that the environment alone fills in");
});
