/** Writes lines of JSON that carry the id of a request. */
export const logger =
  (requestId) =>
  (level, message, more = {}) =>
    console.log(JSON.stringify({ level, message, requestId, time: new Date().toISOString(), ...more }));
