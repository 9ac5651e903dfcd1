import { askingOf } from '#shared/domain/inspection/ask-when';
import { checklistItems } from '#shared/domain/inspection/checklist';
import type { DepartureContext } from '#shared/domain/inspection/departure';
import type { Inspection } from '#shared/domain/inspection/inspection';
import { transition } from '#shared/domain/inspection/transition';
import type { ParsedInput } from '#shared/ipc/contract';
import type { AnswerTable } from '../../db/schema';
import type { WriteTx } from '../../db/write-tx';
import { listAnswers } from './inspection-repository';
import { loadInspection } from './load-inspection';

const ALONE: DepartureContext = { others: [] };

/** One answer, and what it does to the questions that depend on it. */
export async function saveAnswer(tx: WriteTx, { id, ...input }: ParsedInput<'inspection.answer'>): Promise<Inspection> {
  const { record: before } = await loadInspection(tx.db, id);
  const record = transition(before, { type: 'answer', ...input, answeredAt: tx.now }, ALONE);
  const rows = await listAnswers(tx.db, id);
  const known = rows.find((row) => row.item_code === input.itemCode);
  const given = { answer: input.answer, reason: input.reason, note: input.note, answered_at: tx.now };
  if (!known)
    tx.insert('answer', {
      ...{ id: tx.newId(), inspection_id: id, item_code: input.itemCode },
      ...{ ...given, asked: null, asked_because: null },
    });
  else {
    if (known.asked === null && known.answer !== input.answer) keep(tx, known, 'changed');
    tx.update('answer', known.id, { ...given, asked: null, asked_because: null });
  }
  followUp(tx, record, rows);
  return record;
}

function keep(tx: WriteTx, row: AnswerTable, because: 'changed' | 'not_asked'): void {
  tx.insert('answer_history', {
    ...{ id: tx.newId(), inspection_id: row.inspection_id, item_code: row.item_code },
    ...{ answer: row.answer, reason: row.reason, note: row.note, answered_at: row.answered_at },
    ...{ replaced_because: because, replaced_at: tx.now },
  });
}

/**
 * Writes down which questions are left out now. The row of one that was answered goes to the history and says "not
 * asked"; one that is asked again is open, its old answer does not come back by itself.
 */
function followUp(tx: WriteTx, record: Inspection, rows: readonly AnswerTable[]): void {
  const items = checklistItems(record.checklist);
  const asking = askingOf(items, record.answers);
  for (const { code, askWhen } of items) {
    const asked = asking.get(code);
    if (!askWhen || !asked) continue;
    const row = rows.find((entry) => entry.item_code === code);
    if (asked.state !== 'not_asked') {
      if (row?.asked === 'not_asked') tx.update('answer', row.id, { asked: 'reopened', asked_because: null });
      continue;
    }
    const left = { answer: 'not_checked', reason: '', note: '', answered_at: tx.now } as const;
    const why = { asked: 'not_asked', asked_because: asked.because } as const;
    if (!row) tx.insert('answer', { id: tx.newId(), inspection_id: record.id, item_code: code, ...left, ...why });
    else if (row.asked === 'not_asked') tx.update('answer', row.id, { asked_because: asked.because });
    else {
      if (row.asked === null) keep(tx, row, 'not_asked');
      tx.update('answer', row.id, { ...left, ...why });
    }
  }
}
