import type { Command } from './command';
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
  packsCommand,
  drawCommand,
  exportCommand,
  verifyCommand,
  backupCommand,
  restoreCommand,
  routesCommand,
  callCommand,
];
