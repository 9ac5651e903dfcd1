import { Button } from '@mantine/core';
import { Link } from 'react-router-dom';
import { Facts } from '../../components/facts';
import { PeekDrawer } from '../../components/peek-drawer';
import { StatePill } from '../../components/pill';
import { HashText, MomentText } from '../../components/text';
import { thousands } from '../../components/words';
import { type PlanRow, planStateLabels, planStateTones, scopeWords } from './plan-words';

type PlanPeekProps = { readonly row: PlanRow | null; readonly onClose: () => void };

export function PlanPeek({ row, onClose }: PlanPeekProps) {
  if (!row) return null;
  return (
    <PeekDrawer
      open
      onClose={onClose}
      title={row.title}
      badges={<StatePill label={planStateLabels[row.state]} tone={planStateTones[row.state]} />}
      actions={
        <Button component={Link} to={`/plans/${row.id}`} variant="default">
          打开计划
        </Button>
      }
    >
      <Facts
        columns={2}
        items={[
          ...(row.voidReason ? [{ label: '作废理由', value: row.voidReason, wide: true }] : []),
          { label: '抽取范围', value: scopeWords(row) },
          { label: '候选名录', value: `${thousands(row.populationSize)} 户` },
          { label: '抽中', value: `${thousands(row.visits)} 户` },
          { label: '已检查', value: `${thousands(row.inspected)} 户` },
          { label: '抽取人', value: row.officerName },
          { label: '抽取时间', value: <MomentText at={row.createdAt} />, wide: true },
          { label: '名录校验值（SHA-256）', value: <HashText hash={row.listSha256} />, wide: true },
        ]}
      />
    </PeekDrawer>
  );
}
