import { Button } from '@mantine/core';
import { useNavigate } from 'react-router-dom';
import { dishonestyClassLabels, dishonestyStateLabels, regimeLabels } from '#shared/domain/dishonesty/codes';
import { Facts } from '../../components/facts';
import { PeekDrawer } from '../../components/peek-drawer';
import { StatePill } from '../../components/pill';
import { OutlookPill } from './record-columns';
import { type DishonestyRow, recordTones } from './repair-words';

type RecordPeekProps = { readonly row: DishonestyRow | null; readonly onClose: () => void };

export function RecordPeek({ row, onClose }: RecordPeekProps) {
  const navigate = useNavigate();
  if (!row) return null;
  return (
    <PeekDrawer
      open
      onClose={onClose}
      title={row.subjectName}
      badges={
        row.state === 'active' ? (
          <OutlookPill row={row} />
        ) : (
          <StatePill label={dishonestyStateLabels[row.state]} tone={recordTones[row.state]} />
        )
      }
      actions={
        <Button variant="default" onClick={() => navigate(`/repairs/records/${row.id}`)}>
          打开失信记录
        </Button>
      }
    >
      <Facts
        columns={1}
        items={[
          { label: '失信行为', value: row.actText },
          { label: '程度', value: dishonestyClassLabels[row.class] },
          { label: '适用制度', value: regimeLabels[row.regime] },
          { label: '认定文书', value: row.documentNo, source: `${row.authority}　${row.decidedOn}` },
          { label: '公示日期', value: row.publishedOn ?? '未登记公示' },
          { label: '最早可申请修复', value: row.earliestOn ?? '无需申请' },
          { label: '自动停止', value: row.endsOn ?? '' },
        ]}
      />
    </PeekDrawer>
  );
}
