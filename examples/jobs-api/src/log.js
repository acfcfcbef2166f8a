/** Structured logs: one line of JSON each, with the id of the request. */
exports.logger = (event) => {
  const requestId = event.requestContext?.requestId;
  const correlationId = event.headers?.['X-Correlation-ID'] ?? requestId;
  const write = (level, message, fields) =>
    console.log(JSON.stringify({ level, message, time: new Date().toISOString(), requestId, correlationId, ...fields }));
  return {
    info: (message, fields) => write('info', message, fields),
    error: (message, fields) => write('error', message, fields),
  };
};
