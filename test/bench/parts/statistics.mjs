/** A value below which a share of the samples lies. */
export function quantile(samples, share) {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const median = (samples) => quantile(samples, 0.5);

/** Milliseconds this process spent computing, garbage collection on other threads included. */
export function cpuTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export const milliseconds = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(0));
