export { variableFacts as envGroupFacts } from "./variables";
