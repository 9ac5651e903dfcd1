import { Button } from '@mantine/core';
import { useNavigate } from 'react-router-dom';
import { Facts } from '../../components/facts';
import { PeekDrawer } from '../../components/peek-drawer';
import { thousands } from '../../components/words';
import { LeadPill } from './lead-columns';
import { type LeadRow, ruleText, spanOf } from './lead-words';

export function LeadPeek({ row, onClose }: { readonly row: LeadRow | null; readonly onClose: () => void }) {
  const navigate = useNavigate();
  if (!row) return null;
  return (
    <PeekDrawer
      open
      onClose={onClose}
      title={row.partyName}
      badges={<LeadPill row={row} />}
      actions={
        <Button variant="default" onClick={() => navigate(`/leads/${row.id}`)}>
          打开线索
        </Button>
      }
    >
      <Facts
        columns={1}
        items={[
          { label: '线索内容', value: row.why },
          { label: '规则', value: ruleText(row), source: row.sourceName },
          { label: '涉及件数', value: `${thousands(row.filingCount)} 件` },
          { label: '起止日期', value: spanOf(row) },
          { label: '主体代码', value: row.partyCode ?? '名单未提供' },
          { label: '监管对象', value: row.subjectId ? '已登记' : '尚未登记' },
          { label: '承办人', value: row.officerName ?? '尚未分派' },
          { label: '线索号', value: row.no },
        ]}
      />
    </PeekDrawer>
  );
}
