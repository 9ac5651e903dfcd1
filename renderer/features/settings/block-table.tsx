import { Button, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { requireFields } from '../../api/form-problems';
import { useAction } from '../../api/queries';
import { FormDrawer } from '../../components/form-drawer';
import type { Numbers } from './number-section';
import css from './number-section.module.css';

type Block = Numbers['blocks'][number];

/** Every block of the year with its check code; one that is given back stays listed. */
export function BlockTable({ blocks }: { readonly blocks: readonly Block[] }) {
  const [closing, setClosing] = useState<Block | null>(null);
  if (blocks.length === 0) return <p className={css.empty}>没有号段。外出的笔记本各领一段号，离线编号也不会重号。</p>;
  return (
    <>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">字</th>
            <th scope="col">起止号</th>
            <th scope="col">设备</th>
            <th scope="col">核对码</th>
            <th scope="col">使用情况</th>
            <th scope="col" aria-label="收回" />
          </tr>
        </thead>
        <tbody>
          {blocks.map((block) => (
            <tr key={block.id} className={block.state === 'closed' ? css.off : undefined}>
              <th scope="row">{block.word}</th>
              <td>
                {block.firstNo}—{block.lastNo}
              </td>
              <td>{block.role === 'own' ? '本机' : `${block.deviceNo} ${block.deviceName}`}</td>
              <td>{block.checkCode}</td>
              <td>
                {usage(block)}
                {block.closedReason ? <span className={css.remark}>{block.closedReason}</span> : null}
              </td>
              <td>
                {block.state === 'active' ? (
                  <Button
                    size="xs"
                    variant="subtle"
                    aria-label={`收回 ${block.word} 字 ${block.firstNo} 至 ${block.lastNo}`}
                    onClick={() => setClosing(block)}
                  >
                    收回…
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {closing ? <CloseForm block={closing} onClose={() => setClosing(null)} /> : null}
    </>
  );
}

function usage(block: Block): string {
  if (block.state === 'closed') return '已收回，余号不再使用';
  if (block.role === 'given') return '已发放';
  return block.nextNo > block.lastNo ? '已用完' : `已用 ${block.nextNo - block.firstNo} 个`;
}

function CloseForm({ block, onClose }: { readonly block: Block; readonly onClose: () => void }) {
  const form = useForm({ initialValues: { reason: '' } });
  const close = useAction('number.close-block', { form, done: () => '已收回号段', onDone: onClose });
  const submit = () => {
    if (requireFields(form, { reason: [form.values.reason, '请写明收回的原因和最后用到的号'] }))
      void close.run({ id: block.id, reason: form.values.reason });
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title="收回号段"
      intro={`“${block.word}”字 ${block.year} 年 ${block.firstNo}—${block.lastNo}。没有用的号不再使用，空号的原因以这里的记录为准。`}
      submit="收回号段"
      busy={close.busy}
      error={close.error}
      onSubmit={submit}
    >
      <Textarea
        label="收回的原因和最后用到的号"
        required
        autosize
        minRows={2}
        data-autofocus
        {...form.getInputProps('reason')}
      />
    </FormDrawer>
  );
}
