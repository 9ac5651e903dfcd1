import { Button } from '@mantine/core';
import { useNavigate } from 'react-router-dom';
import { inspectionMethodLabels, inspectionStateLabels } from '#shared/domain/inspection/codes';
import { dispositionLabels, resultLabels } from '#shared/domain/inspection/result-codes';
import { inspectionKindLabels } from '#shared/domain/plan/inspection-kinds';
import { Facts } from '../../components/facts';
import { PeekDrawer } from '../../components/peek-drawer';
import { StatePill } from '../../components/pill';
import { type InspectionRow, officerNames, stateTones, timeText } from './inspection-words';

type InspectionPeekProps = { readonly row: InspectionRow | null; readonly onClose: () => void };

export function InspectionPeek({ row, onClose }: InspectionPeekProps) {
  const navigate = useNavigate();
  if (!row) return null;
  return (
    <PeekDrawer
      open
      onClose={onClose}
      title={row.subjectName}
      badges={<StatePill label={inspectionStateLabels[row.state]} tone={stateTones[row.state]} />}
      actions={
        <Button variant="default" onClick={() => navigate(`/inspections/${row.id}`)}>
          {row.state === 'open' ? '继续检查' : '打开检查记录'}
        </Button>
      }
    >
      <Facts
        columns={1}
        items={[
          { label: '文号', value: row.no },
          {
            label: '检查时间',
            value: `${timeText(row.startedAt)}${row.endedAt ? ` 至 ${timeText(row.endedAt)}` : ''}`,
          },
          { label: '类型和方式', value: `${inspectionKindLabels[row.kind]}，${inspectionMethodLabels[row.method]}` },
          { label: '检查表', value: row.checklistTitle },
          { label: '执法人员', value: officerNames(row.officers) },
          { label: '发现问题', value: row.openFindings === 0 ? '没有' : `${row.openFindings} 个` },
          { label: '检查结果', value: row.resultCode ? resultLabels[row.resultCode] : '尚未办结' },
          {
            label: '后续处置',
            value: row.dispositionCode ? dispositionLabels[row.dispositionCode] : '尚未办结',
          },
        ]}
      />
    </PeekDrawer>
  );
}
