import { Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { type PaperId, paperIds, paperTitles } from '#shared/domain/paper/papers';
import { requireFields } from '../../api/form-problems';
import { useAction, useRoute } from '../../api/queries';
import { SelectField } from '../../components/fields';
import { FormDrawer } from '../../components/form-drawer';
import type { ScanRow } from './scan-page';

type FormProps = { readonly row: ScanRow; readonly onClose: () => void };

/** Which paper it is, and whose: chosen by an officer where the code could not tell. */
export function BindForm({ row, onClose }: FormProps) {
  const [paper, setPaper] = useState<PaperId | null>(row.paper);
  const [text, setText] = useState('');
  const [ownerId, setOwnerId] = useState<string | null>(null);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [query] = useDebouncedValue(text.trim(), 150);
  const found = useRoute(
    'scan.find-records',
    { paper: paper ?? 'inspection-record', query },
    { enabled: paper !== null, keepPrevious: true },
  );
  const bind = useAction('scan.bind', { form: { setErrors }, done: () => `已归档 ${row.fileName}`, onDone: onClose });
  const submit = () => {
    const complete = requireFields(
      { setErrors },
      { paper: [paper, '请选择文书种类'], ownerId: [ownerId, '请选择档案'] },
    );
    if (complete && paper && ownerId) void bind.run({ id: row.id, paper, ownerId });
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title="手工归档"
      intro={`${row.fileName}：${row.problem}`}
      submit="归入这份档案"
      busy={bind.busy}
      error={bind.error}
      onSubmit={submit}
    >
      <SelectField
        label="文书种类"
        required
        value={paper}
        error={errors['paper']}
        options={paperIds.map((value) => ({ value, label: paperTitles[value] }))}
        onChange={(value) => {
          setPaper(value as PaperId | null);
          setOwnerId(null);
        }}
      />
      <TextInput
        label="查找档案"
        placeholder="文号、当事人名称或拼音首字母"
        value={text}
        disabled={paper === null}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <SelectField
        label="归入"
        required
        disabled={paper === null}
        value={ownerId}
        error={errors['ownerId']}
        placeholder={found.data?.records.length === 0 ? '没有找到，请换个词' : '请选择档案'}
        options={(found.data?.records ?? []).map(({ id, label, hint }) => ({ value: id, label, hint }))}
        onChange={setOwnerId}
      />
    </FormDrawer>
  );
}

export function AsideForm({ row, onClose }: FormProps) {
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const aside = useAction('scan.set-aside', { form: { setErrors }, done: () => '已标为不归档', onDone: onClose });
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title="不归档"
      intro={`${row.fileName} 保留在库中，随时可以再手工归档。`}
      submit="标为不归档"
      busy={aside.busy}
      error={aside.error}
      onSubmit={() => void aside.run({ id: row.id, reason })}
    >
      <Textarea
        label="理由"
        required
        data-autofocus
        autosize
        minRows={2}
        value={reason}
        error={errors['reason']}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDrawer>
  );
}
