import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconFileExport } from '@tabler/icons-react';
import { useNavigate, useParams } from 'react-router-dom';
import { repairStateLabels } from '#shared/domain/repair/repair';
import { useExportDocument } from '../../api/export-document';
import { useRoute } from '../../api/queries';
import { Columns, Page, PageHeader } from '../../components/page';
import { StatePill } from '../../components/pill';
import { RecordGate } from '../../components/record-gate';
import { StepBar } from '../../components/step-bar';
import { ConditionsSection } from './conditions-section';
import { DecideForm } from './decide-form';
import { FollowUps } from './follow-ups';
import { OpinionForm } from './opinion-form';
import { RepairDone } from './repair-done';
import { RepairSide } from './repair-side';
import { repairSteps } from './repair-steps';
import { type RepairFile, repairTones } from './repair-words';
import { VerifyForm } from './verify-form';

export function RepairFilePage() {
  const { id = '' } = useParams();
  const file = useRoute('repair.get', { id });
  if (file.data) return <Work key={id} file={file.data} />;
  return (
    <RecordGate
      error={file.error}
      label="正在读取修复申请"
      back={{ to: '/repairs?tab=repairs', label: '返回修复办理' }}
    />
  );
}

/** One application: the step in hand first, what it rests on below. */
function Work({ file }: { readonly file: RepairFile }) {
  const navigate = useNavigate();
  const { run, busy } = useExportDocument();
  return (
    <Page>
      <PageHeader
        title={file.subjectName}
        badges={<StatePill label={repairStateLabels[file.state]} tone={repairTones[file.state]} />}
        purpose={`${file.no}　${file.actText}`}
        back={{ to: '/repairs?tab=repairs', label: '修复办理' }}
        actions={
          <>
            <Button variant="default" onClick={() => navigate(`/repairs/records/${file.dishonestyId}`)}>
              查看失信记录
            </Button>
            <Menu>
              <Menu.Target>
                <Button
                  variant="default"
                  loading={busy}
                  leftSection={<IconFileExport size={16} stroke={1.5} />}
                  rightSection={<IconChevronDown size={14} stroke={1.5} />}
                >
                  导出…
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => void run('repair-report', { id: file.id })}>信用修复报告</Menu.Item>
                <Menu.Item
                  disabled={file.decision === null}
                  onClick={() => void run('repair-decision', { id: file.id })}
                >
                  信用修复决定书{file.decision === null ? '（尚未决定）' : ''}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </>
        }
      />
      <StepBar steps={repairSteps(file)} />
      <Columns
        main={
          <>
            {file.state === 'applied' ? <VerifyForm file={file} /> : null}
            {file.state === 'verified' ? <OpinionForm file={file} /> : null}
            {file.state === 'opined' ? <DecideForm file={file} /> : null}
            {file.state === 'granted' || file.state === 'closed' ? <FollowUps file={file} /> : null}
            <ConditionsSection file={file} />
            <RepairDone file={file} />
          </>
        }
        side={<RepairSide file={file} />}
      />
    </Page>
  );
}
