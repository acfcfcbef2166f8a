/** Counts something as a metric of CloudWatch, by way of the log (embedded metric format). */
exports.count = (name, dimensions) => {
  console.log(
    JSON.stringify({
      _aws: {
        Timestamp: Date.now(),
        CloudWatchMetrics: [
          { Namespace: 'Jobs', Dimensions: [Object.keys(dimensions)], Metrics: [{ Name: name, Unit: 'Count' }] },
        ],
      },
      ...dimensions,
      [name]: 1,
    }),
  );
};
