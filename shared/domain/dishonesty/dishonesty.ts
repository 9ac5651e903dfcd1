import type { IsoDate } from '../../kernel/dates';
import { AppError, type FieldProblem } from '../../kernel/errors';
import { findAct, type MeasuresPack } from './acts';
import type { DishonestyClass, DishonestyState, Regime } from './codes';

export type Dishonesty = {
  readonly id: string;
  readonly subjectId: string;
  readonly factId: string | null;
  readonly actCode: string;
  readonly regime: Regime;
  readonly class: DishonestyClass;
  readonly documentNo: string;
  readonly authority: string;
  readonly decidedOn: IsoDate;
  readonly actSummary: string;
  readonly penalty: string;
  readonly publishedOn: IsoDate | null;
  readonly state: DishonestyState;
  readonly stateOn: IsoDate | null;
};

export type DishonestyDraft = Omit<Dishonesty, 'id' | 'state' | 'stateOn'>;

/**
 * Takes a determination into the register.
 *
 * @throws AppError `bad_input` for an act that is not on the list of its regime, a day in the future or out of order
 * @example createDishonesty('d1', draft, packs, '2026-05-20').state // 'active'
 */
export function createDishonesty(
  id: string,
  draft: DishonestyDraft,
  packs: readonly MeasuresPack[],
  today: IsoDate,
): Dishonesty {
  const problems: FieldProblem[] = [];
  const act = findAct(packs, draft.regime, draft.actCode);
  if (!act) problems.push({ path: 'actCode', message: '失信行为不在所选制度的清单中，请从清单中选择' });
  else if (!act.classes.includes(draft.class))
    problems.push({ path: 'class', message: '所选失信程度不适用于这一行为，请重新选择' });
  if (draft.documentNo.trim() === '') problems.push({ path: 'documentNo', message: '请填写认定文书文号' });
  if (draft.authority.trim() === '') problems.push({ path: 'authority', message: '请填写认定机关' });
  if (draft.actSummary.trim() === '') problems.push({ path: 'actSummary', message: '请写明失信事实' });
  if (draft.decidedOn > today) problems.push({ path: 'decidedOn', message: '认定日期不能晚于今天' });
  if (draft.publishedOn !== null && draft.publishedOn < draft.decidedOn)
    problems.push({ path: 'publishedOn', message: '公示日期不能早于认定日期' });
  if (draft.publishedOn !== null && draft.publishedOn > today)
    problems.push({ path: 'publishedOn', message: '公示日期不能晚于今天' });
  const first = problems[0];
  if (first) throw new AppError('bad_input', `失信记录还不能保存：${first.message}。`, problems);
  return { ...draft, id, state: 'active', stateOn: null };
}

export type DishonestyAction =
  /** The document was revoked, changed or found unlawful. */
  | { readonly type: 'withdraw'; readonly on: IsoDate; readonly reason: string }
  | { readonly type: 'repair'; readonly on: IsoDate }
  | { readonly type: 'expire'; readonly on: IsoDate; readonly endsOn: IsoDate };

/**
 * The only way a record of dishonesty changes; the entry itself is never altered.
 *
 * @throws AppError `bad_state` when it is no longer active, `bad_input` for a refused date or a missing reason
 */
export function transition(
  record: Dishonesty,
  action: DishonestyAction,
  context: { readonly today: IsoDate },
): Dishonesty {
  if (record.state !== 'active')
    throw new AppError('bad_state', '这条失信记录已经终止（修复、届满或撤出），不能再办理。');
  if (action.on < record.decidedOn)
    throw new AppError('bad_input', `日期不能早于认定日期（${record.decidedOn}）。`, [
      { path: 'on', message: '日期过早' },
    ]);
  if (action.on > context.today)
    throw new AppError('bad_input', '日期不能晚于今天。', [{ path: 'on', message: '日期晚于今天' }]);
  switch (action.type) {
    case 'withdraw':
      if (action.reason.trim() === '')
        throw new AppError('bad_input', '请写明撤出的理由和依据。', [{ path: 'reason', message: '不能为空' }]);
      return { ...record, state: 'withdrawn', stateOn: action.on };
    case 'repair':
      return { ...record, state: 'repaired', stateOn: action.on };
    case 'expire':
      if (action.on < action.endsOn) throw new AppError('bad_state', `期限到 ${action.endsOn} 才届满，现在不能终止。`);
      return { ...record, state: 'expired', stateOn: action.on };
  }
}
