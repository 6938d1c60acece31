/** The version is what installs under `go run`; zizmor's is in requirements.txt. */
export const ACTIONLINT = "github.com/rhysd/actionlint/cmd/actionlint@v1.7.12";
