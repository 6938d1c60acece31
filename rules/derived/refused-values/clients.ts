import type { Row } from "./row";

/** Upstash's REST clients end at an address that is none of HTTPS (upstash/redis-js: pkg/http.ts, as known). */
const REST: Row = {
  names: /(?:^|_)(?:REDIS_REST|KV_REST_API)_URL$/,
  refused: (value) =>
    /^rediss?:\/\//i.test(value)
      ? {
          expected: "an address of HTTPS",
          got: "one of Redis' own protocol",
          fix: "Copy the REST address of the store.",
        }
      : undefined,
};

/** OpenAI's clients put `/chat/completions` behind it (openai/openai-python and -node: README, base_url). */
const BASE: Row = {
  names: /^OPENAI_(?:BASE_URL|API_BASE)$/,
  refused: (value) =>
    /^https?:\/\/api\.openai\.com\/?$/i.test(value)
      ? {
          expected: "`https://api.openai.com/v1`",
          got: "the host alone, where clients find nothing",
          fix: "Write `/v1` behind it, or remove the variable.",
          unless: "the code may add the path",
        }
      : undefined,
};

/** A bucket's name has no scheme (docs.aws.amazon.com/AmazonS3: bucket naming rules). */
const BUCKET: Row = {
  names: /(?:^|_)(?:S3|GCS|AWS|R2|STORAGE|UPLOADS?|MEDIA)_(?:\w+_)?BUCKET(?:_NAME)?$|^BUCKET(?:_NAME)?$/,
  refused: (value) =>
    /^(?:s3|gs|https?):\/\/|^arn:aws[\w-]*:s3:::/i.test(value)
      ? {
          expected: "the bucket's name alone",
          got: "an address, or an ARN",
          fix: "Write the name, without what is around it.",
          unless: "the code may take the name out of it",
        }
      : undefined,
};

/** The algorithms of JSON Web Tokens with a hash have three sizes (RFC 7518, 3.1). */
const ALGORITHM: Row = {
  names: /(?:^|_)(?:JWT_ALG|ALGORITHM)$/,
  refused: (value) =>
    /^(?:HS|RS|ES|PS)\d+K?$/i.test(value) && !/^(?:(?:HS|RS|ES|PS)(?:256|384|512)|ES256K)$/.test(value)
      ? {
          expected: "an algorithm of JSON Web Tokens, such as `HS256`",
          got: "another word",
          fix: "Write `HS256`, `HS384` or `HS512` for a shared secret.",
          unless: "the code may read it in another form",
        }
      : undefined,
};

/** A key as it is copied with the word before it: `service_role: ey…`. */
const LABELLED: Row = {
  names: /(?:^|_)(?:KEY|TOKEN)$/,
  refused: (value) =>
    /^[A-Za-z][\w .-]{1,30}(?:: | - )(?=\S{16,}$)(?=\S*\d)/.test(value)
      ? {
          expected: "the key alone",
          got: "a word before it",
          fix: "Remove the word and what is between it and the key.",
          unless: "the key may begin so",
        }
      : undefined,
};

/** A template's brackets, of which what is between was filled in. */
const IN_BRACKETS: Row = {
  literal: true,
  names: /(?:^|_)(?:KEY|TOKEN|SECRET|PASSWORD)$/,
  refused: (value) =>
    /^<[^<>\s]{14,}>$/.test(value) && /\d/.test(value)
      ? {
          expected: "the secret alone",
          got: "one in angle brackets, as templates have them",
          fix: "Remove the brackets.",
          unless: "they may be a part of it",
        }
      : undefined,
};

/** Settings of clients of other services. */
export const CLIENT_VALUES: readonly Row[] = [REST, BASE, BUCKET, ALGORITHM, LABELLED, IN_BRACKETS];
