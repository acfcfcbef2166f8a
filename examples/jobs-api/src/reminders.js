/** Sends the reminders of the day. */
exports.handler = async () => {
  console.log('no reminders yet');
};
