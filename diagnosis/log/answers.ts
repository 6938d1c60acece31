/** An answer that a server logs as a success. */
const ANSWERS =
  /(?:HTTP\/\d(?:\.\d)?"?|\b(?:GET|POST|HEAD)\b \S+) 2\d\d\b|"statusCode":2\d\d\b|\bsucceeded in \d/;

/** Whether a server says that it answered a request as it should. */
export const isAnswer = (text: string): boolean => ANSWERS.test(text);
