/** The inputs of action.yml and their defaults, as strings (`""`: none). A test compares the two, and the README. */
export const inputDefaults = {
  uris: "",
  "uris-file": "",
  "base-uri": "",
  "expected-status": "200",
  headers: "",
  timeout: "10s",
  "retry-for": "0s",
  "retry-delay": "5s",
  "max-redirects": "10",
  concurrency: "1",
  "connect-to": "",
  "certificate-warning-days": "14",
  shard: "",
} as const;
