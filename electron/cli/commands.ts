import type { Command } from './command';
import { approveCommand } from './commands/approve';
import { callCommand, routesCommand } from './commands/call';
import { demoCommand } from './commands/demo';
import { drawCommand } from './commands/draw';
import { exportCommand } from './commands/export';
import { importCommand } from './commands/import';
import { packsCommand } from './commands/packs';
import { rateCommand } from './commands/rate';
import { backupCommand, restoreCommand, verifyCommand } from './commands/store';

export const COMMANDS: readonly Command[] = [
  demoCommand,
  importCommand,
  rateCommand,
  approveCommand,
  packsCommand,
  drawCommand,
  exportCommand,
  verifyCommand,
  backupCommand,
  restoreCommand,
  routesCommand,
  callCommand,
];
