import type { JobProgress } from '#shared/ipc/channels';

export type Terminal = {
  readonly line: (text: string) => void;
  readonly progress: (progress: JobProgress) => void;
  /** Ends a running progress bar, so that the next line starts clean. */
  readonly endProgress: () => void;
};

const WIDTH = 24;

/** A bar on a terminal; plain lines, at most one per tenth of the work, without one. Progress goes to stderr. */
export function createTerminal(quiet: boolean): Terminal {
  const isTty = process.stderr.isTTY === true;
  let bar = false;
  let lastTenth = '';
  const endProgress = () => {
    if (bar) process.stderr.write('\n');
    bar = false;
  };
  return {
    line: (text) => {
      endProgress();
      process.stdout.write(`${text}\n`);
    },
    progress: ({ label, done, total, secondsLeft }) => {
      if (quiet) return;
      const count = total === null ? `${done}` : `${done}/${total}`;
      if (isTty) {
        const share = total ? Math.min(1, done / total) : 0;
        const filled = Math.round(share * WIDTH);
        const left = secondsLeft === null ? '' : ` 还需约 ${secondsLeft} 秒`;
        process.stderr.write(`\r\x1b[2K  ${label} ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${count}${left}`);
        bar = true;
        return;
      }
      const tenth = `${label} ${total ? Math.floor((done / total) * 10) : 0}`;
      if (tenth === lastTenth || total === null || (done !== total && done * 10 < total)) return;
      lastTenth = tenth;
      process.stderr.write(`  ${label} ${count}\n`);
    },
    endProgress,
  };
}
