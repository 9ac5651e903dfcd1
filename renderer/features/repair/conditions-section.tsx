import { useRef, useState } from 'react';
import { call, toApiError } from '../../api/client';
import { SaveMark, type SaveState } from '../../components/save-state';
import { Section } from '../../components/section';
import { type ConditionChange, ConditionList } from './condition-list';
import type { RepairFile } from './repair-words';

/** The checklist stays open until the opinion; each line is saved as it is left. */
export function ConditionsSection({ file }: { readonly file: RepairFile }) {
  const [conditions, setConditions] = useState(file.conditions);
  const latest = useRef(conditions);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const [save, setSave] = useState<SaveState>({ phase: 'none' });
  const open = file.state === 'applied' || file.state === 'verified';

  const store = () => {
    const answers = latest.current.map(({ code, met, evidence }) => ({ code, met, evidence }));
    setSave({ phase: 'saving' });
    queue.current = queue.current
      .then(() => call('repair.update-conditions', { id: file.id, conditions: answers }))
      .then(() => setSave({ phase: 'saved', at: new Date().toISOString() }))
      .catch((thrown) => setSave({ phase: 'failed', message: toApiError(thrown).message }));
  };
  const change = (code: string, changed: ConditionChange) => {
    latest.current = latest.current.map((entry) => (entry.code === code ? { ...entry, ...changed } : entry));
    setConditions(latest.current);
    store();
  };
  const shown = open ? conditions : file.conditions;
  const met = shown.filter((entry) => entry.met && entry.evidence.trim() !== '').length;
  return (
    <Section
      title="修复条件"
      hint={`已具备 ${met} / ${shown.length}`}
      actions={<SaveMark state={save} onRetry={store} />}
      flush
    >
      <ConditionList conditions={shown} onChange={open ? change : undefined} />
    </Section>
  );
}
