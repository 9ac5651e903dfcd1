import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useAction } from '../../api/queries';
import { FormDrawer } from '../../components/form-drawer';
import type { EvidenceItem } from './evidence-words';

/** Evidence is never deleted: it is withdrawn with a reason, keeps its number and its file. */
export function WithdrawForm({ item, onClose }: { readonly item: EvidenceItem; readonly onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const withdraw = useAction('evidence.withdraw', {
    form: { setErrors },
    done: () => `已撤下证据 ${item.no}`,
    onDone: onClose,
  });
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={`撤下证据 ${item.no}`}
      intro="撤下后不再列入证据目录和照片页；原件、编号和这条理由都保留。"
      submit="撤下这份证据"
      busy={withdraw.busy}
      error={withdraw.error}
      onSubmit={() => void withdraw.run({ id: item.id, reason })}
    >
      <Textarea
        label="撤下理由"
        required
        data-autofocus
        autosize
        minRows={3}
        value={reason}
        error={errors['reason']}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDrawer>
  );
}
