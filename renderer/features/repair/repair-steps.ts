import { followUpCodes, recommendationLabels } from '#shared/domain/repair/repair';
import type { Step } from '../../components/step-bar';
import { monthDay } from '../../components/words';
import type { RepairFile } from './repair-words';

/** 申请 → 核查 → 意见 → 决定 → 后续四项, each with its day. */
export function repairSteps(file: RepairFile): readonly Step[] {
  const { verification, opinion, decision, state } = file;
  const settled = followUpCodes.length - file.openFollowUps.length;
  const due = file.decisionDueOn === null ? undefined : `${file.remaining}（${monthDay(file.decisionDueOn)}）`;
  return [
    { key: 'applied', label: '申请', state: 'done', note: file.appliedOn },
    {
      key: 'verify',
      label: '核查',
      state: verification ? 'done' : 'current',
      note: verification?.on,
    },
    {
      key: 'opine',
      label: '意见',
      state: opinion ? 'done' : state === 'verified' ? 'current' : 'todo',
      note: opinion ? opinion.on : undefined,
    },
    {
      key: 'decide',
      label: '决定',
      state: decision ? 'done' : state === 'opined' ? 'current' : 'todo',
      note: decision ? `${decision.on} ${recommendationLabels[decision.decision]}` : due,
    },
    state === 'refused'
      ? { key: 'follow', label: '后续四项', state: 'todo', note: '不予修复，不需办理' }
      : {
          key: 'follow',
          label: '后续四项',
          state: state === 'closed' ? 'done' : state === 'granted' ? 'current' : 'todo',
          note: state === 'granted' || state === 'closed' ? `已办 ${settled} / ${followUpCodes.length}` : undefined,
        },
  ];
}
