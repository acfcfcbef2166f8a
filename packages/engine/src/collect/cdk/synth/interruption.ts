const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Cleans up when this process ends or is interrupted before the returned function is called. Of several, the last one
 * given comes first. Who else listens to the signal decides what follows; where nobody does, it ends the process as always.
 */
export function onInterruption(cleanUp: () => void): () => void {
  const interrupted = (signal: NodeJS.Signals): void => {
    cleanUp();
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  for (const signal of SIGNALS) process.prependOnceListener(signal, interrupted);
  process.prependOnceListener('exit', cleanUp);
  return () => {
    for (const signal of SIGNALS) process.off(signal, interrupted);
    process.off('exit', cleanUp);
  };
}
