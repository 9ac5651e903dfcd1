import type { TimelineItem } from '../../components/timeline';
import type { LeadFile } from './lead-words';

const TITLES: Record<LeadFile['steps'][number]['action'], string> = {
  assign: '已分派',
  confirm: '已核实',
  close: '已关闭',
  reopen: '已重新打开',
};
const TONES: Record<LeadFile['steps'][number]['action'], NonNullable<TimelineItem['tone']>> = {
  assign: 'neutral',
  confirm: 'bad',
  close: 'good',
  reopen: 'warn',
};

/** What happened to a lead, newest first. */
export const leadEvents = (file: LeadFile): readonly TimelineItem[] => [
  ...file.steps.map(({ id, action, on, officerName, text }) => ({
    id,
    on,
    title: TITLES[action],
    detail: [text, officerName ? `经办：${officerName}` : ''].filter(Boolean).join('　'),
    tone: TONES[action],
  })),
  {
    id: 'found',
    on: file.createdAt.slice(0, 10),
    title: file.source === 'rule' ? '筛查发现' : '第三方名单导入',
    detail: file.sourceName,
  },
];
