import { readFileSync } from 'node:fs';

/** Peak memory of this process. Not `maxRSS`: on Linux that starts at what the parent had when it forked. */
export function peakBytes() {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024;
  const line = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'));
  return Number(line?.[1] ?? 0) * 1024;
}
