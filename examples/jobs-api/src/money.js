/** Sums of an invoice in cents, with the tax rounded once, on the whole. */
exports.totals = (lines, taxPercent) => {
  const net = lines.reduce((sum, line) => sum + line.cents * (line.quantity ?? 1), 0);
  const tax = Math.round((net * taxPercent) / 100);
  return { net, tax, gross: net + tax };
};
