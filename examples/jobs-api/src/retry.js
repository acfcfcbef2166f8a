const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Tries three times, after a random part of 200 and then of 400 ms. */
exports.retry = async (attempt) => {
  for (let tried = 1; ; tried++) {
    try {
      return await attempt();
    } catch (error) {
      if (tried === 3) throw error;
      await wait(Math.random() * 100 * 2 ** tried);
    }
  }
};
