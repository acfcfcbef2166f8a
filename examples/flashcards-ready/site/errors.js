/** Tells the API of errors that nobody caught, ten at most, from the sign-in on. */
function reportErrors(call) {
  let left = 10;

  function report(message, where) {
    if (left-- <= 0) return;
    // A report that fails is not reported.
    call('POST', '/api/errors', { message: String(message).slice(0, 500), where: where.slice(0, 200) }).catch(() => {});
  }

  addEventListener('error', (event) => report(event.message, `${event.filename}:${event.lineno}`));
  addEventListener('unhandledrejection', (event) => report(event.reason, 'promise'));
}
