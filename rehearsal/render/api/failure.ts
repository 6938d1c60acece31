/** An answer other than success, with the message of Render's error envelope. */
export class ApiFailure extends Error {
  constructor(
    readonly status: 400 | 401 | 402 | 403 | 404 | 405 | 409 | 429 | 500 | 503,
    message: string,
  ) {
    super(message);
  }
}

/** Recorded: `{"message":"not found: srv-cu2k4j3qf0us73fbv7u0"}`. */
export const notFound = (what: string): ApiFailure => new ApiFailure(404, `not found: ${what}`);

export const refused = (message: string): ApiFailure => new ApiFailure(400, message);
