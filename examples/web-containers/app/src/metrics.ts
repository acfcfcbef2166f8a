/** Counts something that the business does, as a line that CloudWatch makes a metric of. */
export function count(name: 'SignUps' | 'EntriesMade' | 'ExportsMade') {
  const line = {
    _aws: {
      Timestamp: Date.now(),
      CloudWatchMetrics: [{ Namespace: 'Web', Dimensions: [[]], Metrics: [{ Name: name, Unit: 'Count' }] }],
    },
    [name]: 1,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
