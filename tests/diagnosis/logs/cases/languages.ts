import { homedir } from "node:os";
import { join } from "node:path";
import type { LogCase } from "../case";

const SURE = ["certain", "likely"] as const;
const RUST = { build: "rustc --edition 2021 -o orders-rust orders.rs", start: "./orders-rust" } as const;
const GO = { build: "go build -o orders-go orders.go", start: "./orders-go" } as const;
/** Where this machine's toolchains keep their own files. */
const TOOLCHAINS = {
  RUSTUP_HOME: join(homedir(), ".rustup"),
  GOCACHE: join(homedir(), ".cache", "go-build"),
};

/** Services in Go, Java and Rust, of which each language's standard library is all that they need. */
export const LANGUAGE_CASES: readonly LogCase[] = [
  {
    name: "go-nil-map",
    produced: "A Go program writes into a map that was not made.",
    ...GO,
    form: "dashboard-instances",
    truth: {
      failureMode: "process/exception",
      certainty: SURE,
      root: /panic: assignment to entry in nil map/,
    },
  },
  {
    name: "go-database-refused",
    produced: "A Go program asks for the database on its own loopback address, where none is.",
    ...GO,
    variables: { ...TOOLCHAINS, ORDERS_DB: "127.0.0.1:5432" },
    form: "json",
    truth: { failureMode: "database/refused", certainty: SURE, root: /panic: dial tcp 127\.0\.0\.1:5432/ },
  },
  {
    name: "java-variable-missing",
    produced: "A Java program requires ORDERS_KEY, which is not set.",
    start: "java Orders.java",
    form: "dashboard",
    truth: { failureMode: "configuration/missing-variable", certainty: SURE, root: /ORDERS_KEY is not set/ },
  },
  {
    name: "java-caused-by",
    produced: "A Java program unboxes null, and wraps the exception in another one.",
    start: "java Orders.java",
    variables: { ORDERS_KEY: "k" },
    form: "dashboard-instances",
    truth: {
      failureMode: "process/exception",
      certainty: SURE,
      root: /Caused by: java\.lang\.NullPointerException/,
    },
  },
  {
    name: "rust-variable-missing",
    produced: "A Rust program unwraps a variable that is not set; the panic does not name it.",
    ...RUST,
    variables: { ...TOOLCHAINS },
    form: "json",
    truth: { failureMode: "configuration/missing-variable", certainty: SURE, root: /NotPresent/ },
  },
  {
    name: "rust-index-out-of-bounds",
    produced: "A Rust program reads behind the end of a vector.",
    ...RUST,
    variables: { ...TOOLCHAINS, ORDERS_KEY: "three" },
    form: "coloured",
    truth: { failureMode: "process/exception", certainty: SURE, root: /panicked at/ },
  },
];
