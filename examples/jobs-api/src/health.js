/** Says that the function runs. It asks neither the database nor anything else. */
exports.handler = async () => ({ statusCode: 200, body: JSON.stringify({ status: 'ok', cache: 'ok' }) });
