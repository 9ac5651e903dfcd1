import { useState } from 'react';
import { type EvidenceKind, evidenceKindLabels, evidenceKinds } from '#shared/domain/evidence/codes';
import type { RouteInput } from '#shared/ipc/contract';
import { call, toApiError } from '../../api/client';
import { AutosaveText } from '../../components/autosave-text';
import { SelectField } from '../../components/fields';
import { MomentField } from '../../components/moment-field';
import { SaveMark, type SaveState } from '../../components/save-state';
import type { Desk, EvidenceItem } from './evidence-words';

type Change = Omit<RouteInput<'evidence.update'>, 'id'>;
type FieldsProps = { readonly item: EvidenceItem; readonly record: Desk['record'] };

/** What an officer says of a piece of evidence; every field is saved as it is left. */
export function EvidenceFields({ item, record }: FieldsProps) {
  const [states, setStates] = useState<Readonly<Record<string, SaveState>>>({});
  const stateOf = (field: string): SaveState => states[field] ?? { phase: 'none' };
  const save = async (field: string, change: Change) => {
    const set = (state: SaveState) => setStates((old) => ({ ...old, [field]: state }));
    set({ phase: 'saving' });
    try {
      await call('evidence.update', { id: item.id, ...change });
      set({ phase: 'saved', at: new Date().toISOString() });
    } catch (thrown) {
      set({ phase: 'failed', message: toApiError(thrown).message });
    }
  };
  const tied = item.findingId ? `f:${item.findingId}` : item.itemCode ? `i:${item.itemCode}` : null;
  const tie = (value: string | null) => {
    const finding = record.findings.find((one) => `f:${one.id}` === value);
    void save('tie', {
      findingId: finding?.id ?? null,
      itemCode: finding ? finding.itemCode : value?.startsWith('i:') ? value.slice(2) : null,
    });
  };

  return (
    <>
      <AutosaveText
        id="evidence-title"
        label="证据名称"
        required
        value={item.title}
        state={stateOf('title')}
        onSave={(title) => void save('title', { title })}
      />
      <AutosaveText
        label="证明内容"
        rows={2}
        placeholder="这份证据证明什么"
        value={item.proves}
        state={stateOf('proves')}
        onSave={(proves) => void save('proves', { proves })}
      />
      {record.items.length > 0 ? (
        <div>
          <SelectField
            label="对应的检查项目或问题"
            clearable
            placeholder="不对应"
            value={tied}
            options={tieOptions(record)}
            onChange={tie}
          />
          <SaveMark state={stateOf('tie')} />
        </div>
      ) : null}
      <div>
        <MomentField
          label="取得"
          value={item.obtainedAt}
          onChange={(obtainedAt) => {
            if (/T\d\d:\d\d$/.test(obtainedAt)) void save('obtainedAt', { obtainedAt });
          }}
        />
        <SaveMark state={stateOf('obtainedAt')} />
      </div>
      <AutosaveText
        label="取得地点"
        value={item.obtainedPlace}
        state={stateOf('obtainedPlace')}
        onSave={(obtainedPlace) => void save('obtainedPlace', { obtainedPlace })}
      />
      <AutosaveText
        label="取得人"
        value={item.obtainedBy}
        state={stateOf('obtainedBy')}
        onSave={(obtainedBy) => void save('obtainedBy', { obtainedBy })}
      />
      <AutosaveText
        label="提供人"
        placeholder="由执法人员取得的不填"
        value={item.providedBy}
        state={stateOf('providedBy')}
        onSave={(providedBy) => void save('providedBy', { providedBy })}
      />
      <div>
        <SelectField
          label="种类"
          value={item.kind}
          options={evidenceKinds.map((value) => ({ value, label: evidenceKindLabels[value] }))}
          onChange={(kind) => {
            if (kind) void save('kind', { kind: kind as EvidenceKind });
          }}
        />
        <SaveMark state={stateOf('kind')} />
      </div>
    </>
  );
}

/** Problems first: they are what photos are taken for. */
function tieOptions({ items, findings }: Desk['record']) {
  const withProblem = items.filter((item) => item.answer === 'problem');
  const others = items.filter((item) => item.answer !== 'problem');
  return [
    ...findings.map((finding) => ({
      value: `f:${finding.id}`,
      label: `问题：${finding.facts.slice(0, 40)}`,
      hint: finding.itemCode ? `项目 ${finding.itemCode}` : '检查表外',
    })),
    ...[...withProblem, ...others].map((item) => ({
      value: `i:${item.code}`,
      label: `项目 ${item.code}`,
      hint: item.question,
    })),
  ];
}
