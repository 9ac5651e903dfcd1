import type { ElectronApplication } from 'playwright-core';
import type { Hands } from '../hands';
import type { RunningApp } from '../support';

/** What the parts of the story hand on to each other. */
export type Story = {
  readonly app: ElectronApplication;
  readonly hands: Hands;
  readonly running: RunningApp;
  readonly today: string;
  /** The day so many days before today. */
  readonly ago: (count: number) => string;
};

/** An agency of the shipped list. */
export const AGENCY = '云州启明源示例专利代理有限责任公司';
/** Officers of the shipped list with the longest certificates. */
export const [FIRST, SECOND, DECIDER] = ['乐示明', '孙示明', '冯例川'];
