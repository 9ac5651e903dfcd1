import { Button } from '@mantine/core';
import { useNavigate } from 'react-router-dom';
import type { IsoDate } from '#shared/kernel/dates';
import { Facts } from '../../components/facts';
import { PeekDrawer } from '../../components/peek-drawer';
import { DueText } from '../../components/text';
import { RectificationPill } from './rectification-columns';
import { dueOf, type RectificationRow } from './rectification-words';

type RectificationPeekProps = {
  readonly row: RectificationRow | null;
  readonly today: IsoDate;
  readonly onClose: () => void;
};

export function RectificationPeek({ row, today, onClose }: RectificationPeekProps) {
  const navigate = useNavigate();
  if (!row) return null;
  return (
    <PeekDrawer
      open
      onClose={onClose}
      title={row.subjectName}
      badges={<RectificationPill row={row} />}
      actions={
        <Button variant="default" onClick={() => navigate(`/rectifications/${row.id}`)}>
          打开整改
        </Button>
      }
    >
      <Facts
        columns={1}
        items={[
          { label: '文号', value: row.no },
          {
            label: '期限',
            value:
              row.state === 'ordered' ? (
                <DueText {...dueOf(row, row.nextDueOn, today)} />
              ) : (
                `已于 ${row.stateOn ?? ''} 结束`
              ),
          },
          { label: '违法行为', value: row.behaviour },
          { label: '整改进度', value: `${row.itemCount} 项，已整改 ${row.correctedCount} 项` },
          { label: '责令日期', value: row.orderedOn },
          { label: '送达日期', value: row.deliveredOn ?? '尚未登记送达' },
        ]}
      />
    </PeekDrawer>
  );
}
