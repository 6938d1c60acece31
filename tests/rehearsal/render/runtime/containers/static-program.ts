import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Answers with its variables, writes what it is asked to, and says goodbye at SIGTERM: it needs nothing of an image. */
const PROGRAM = `package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"syscall"
)

func main() {
	if len(os.Args) > 2 && os.Args[2] == "migrate" {
		fmt.Println("migrated", os.Args[1:])
		return
	}
	ended := make(chan os.Signal, 1)
	signal.Notify(ended, syscall.SIGTERM)
	go func() { <-ended; fmt.Println("goodbye"); os.Exit(0) }()
	http.HandleFunc("/health", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "ok") })
	http.HandleFunc("/words", func(w http.ResponseWriter, r *http.Request) { json.NewEncoder(w).Encode(os.Args) })
	http.HandleFunc("/fill", func(w http.ResponseWriter, r *http.Request) {
		kept = []byte(strings.Repeat("x", 700<<20))
		fmt.Fprint(w, len(kept))
	})
	http.HandleFunc("/environment", func(w http.ResponseWriter, r *http.Request) {
		all := map[string]string{}
		for _, one := range os.Environ() {
			name, value, _ := strings.Cut(one, "=")
			all[name] = value
		}
		json.NewEncoder(w).Encode(all)
	})
	http.HandleFunc("/secret", func(w http.ResponseWriter, r *http.Request) {
		text, _ := os.ReadFile("/etc/secrets/key.pem")
		w.Write(text)
	})
	fmt.Println("listening on", os.Getenv("PORT"))
	fmt.Println(http.ListenAndServe(":"+os.Getenv("PORT"), nil))
}

var kept []byte
`;

/** Whether this machine can compile it. */
export function hasGo(): boolean {
  try {
    execFileSync("go", ["version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Writes a program without any library, and a Dockerfile that needs no base image: none can be pulled everywhere. */
export function writeStaticProgram(folder: string, ...instructions: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "main.go"), PROGRAM);
  execFileSync("go", ["build", "-o", "shop", "main.go"], {
    cwd: folder,
    env: { ...process.env, CGO_ENABLED: "0", GO111MODULE: "off", GOFLAGS: "" },
  });
  const lines = ["FROM scratch", "COPY shop /bin/shop", 'ENTRYPOINT ["/bin/shop", "serve"]', ...instructions];
  writeFileSync(path.join(folder, "Dockerfile"), `${lines.join("\n")}\n`);
}
