import { Button } from '@mantine/core';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { closeReasonLabels } from '#shared/domain/warning/lead';
import { useAction, useRoute } from '../../api/queries';
import { Attachments } from '../../components/attachments';
import { DataTable } from '../../components/data-table/data-table';
import { Columns, Page, PageHeader } from '../../components/page';
import { RecordGate } from '../../components/record-gate';
import { Section } from '../../components/section';
import { Timeline } from '../../components/timeline';
import { thousands } from '../../components/words';
import { AssignForm } from './assign-form';
import { CloseForm } from './close-form';
import { ConfirmForm } from './confirm-form';
import { filingColumns } from './filing-columns';
import css from './lead.module.css';
import { LeadPill } from './lead-columns';
import { leadEvents } from './lead-events';
import { LeadSide } from './lead-side';
import { type LeadFile, ruleText, spanOf } from './lead-words';
import { ReopenForm } from './reopen-form';

type Act = 'assign' | 'confirm' | 'close' | 'reopen';

export function LeadFilePage() {
  const { id = '' } = useParams();
  const file = useRoute('lead.get', { id });
  if (file.data) return <Record key={id} file={file.data} />;
  return <RecordGate error={file.error} label="正在读取线索" back={{ to: '/leads', label: '返回预警列表' }} />;
}

function Record({ file }: { readonly file: LeadFile }) {
  const [act, setAct] = useState<Act | null>(null);
  const close = () => setAct(null);
  return (
    <Page>
      <PageHeader
        title={file.partyName}
        badges={<LeadPill row={file} />}
        purpose={`线索 ${file.no}　${ruleText(file)}${file.officerName ? `　承办人 ${file.officerName}` : ''}`}
        back={{ to: '/leads', label: '预警' }}
        actions={<Actions file={file} onAct={setAct} />}
      />
      <Columns main={<Story file={file} />} side={<LeadSide file={file} />} />
      {act === 'assign' ? (
        <AssignForm ids={[file.id]} subjectId={file.subject?.id ?? null} current={file.assignedTo} onClose={close} />
      ) : null}
      {act === 'confirm' ? <ConfirmForm file={file} onClose={close} /> : null}
      {act === 'close' ? <CloseForm ids={[file.id]} onClose={close} /> : null}
      {act === 'reopen' ? <ReopenForm file={file} onClose={close} /> : null}
    </Page>
  );
}

type ActionsProps = { readonly file: LeadFile; readonly onAct: (act: Act) => void };

/** The next step is the one primary button. */
function Actions({ file, onAct }: ActionsProps) {
  if (file.state === 'new') return <Button onClick={() => onAct('assign')}>分派线索</Button>;
  if (file.state === 'assigned')
    return (
      <>
        <Button variant="default" onClick={() => onAct('assign')}>
          改派
        </Button>
        <Button variant="default" onClick={() => onAct('close')}>
          关闭线索
        </Button>
        <Button onClick={() => onAct('confirm')}>核实线索</Button>
      </>
    );
  return (
    <Button variant="default" onClick={() => onAct('reopen')}>
      重新打开
    </Button>
  );
}

function Story({ file }: { readonly file: LeadFile }) {
  const attach = useAction('lead.attach', { done: (made) => `已存入附件 ${made.fileName}` });
  const kind = file.filings[0]?.kind === 'abnormal_patent' ? 'abnormal_patent' : 'trademark';
  return (
    <>
      <Section title="线索内容">
        <p className={css.why}>{file.why}</p>
        <p className={css.aside}>{outcomeOf(file)}</p>
      </Section>
      {file.source === 'third_party' ? null : (
        <Section title="涉及的申请" count={file.filings.length} hint={spanOf(file)} flush>
          <DataTable
            name={`lead-filings-${kind}`}
            label="涉及的申请"
            unit="件"
            columns={filingColumns(kind, file.filings, { applicants: file.partyRole === 'agency' })}
            rows={file.filings}
            rowKey={(row) => row.id}
            maxHeight={420}
            empty={null}
          />
        </Section>
      )}
      <Section title="办理经过">
        <Timeline items={leadEvents(file)} />
      </Section>
      <Section title="附件" count={file.attachments.length}>
        <Attachments
          title="选择核查材料"
          files={file.attachments}
          busy={attach.busy}
          onAttach={(picked) => attach.run({ id: file.id, file: picked.token })}
        />
      </Section>
    </>
  );
}

/** What the lead means for the rating now, in one sentence. */
function outcomeOf(file: LeadFile): string {
  if (file.state === 'confirmed')
    return `已核实，登记为信用信息“${file.item?.name ?? ''}”，重新评价后计入。`.replace('“”', '');
  if (file.state === 'closed')
    return `已关闭：${file.closeReason ? closeReasonLabels[file.closeReason] : ''}${file.note ? `，${file.note}` : ''}。不影响评价。`;
  return file.source === 'third_party'
    ? '第三方名单只作线索，未经核实不影响评价。'
    : `共 ${thousands(file.filingCount)} 件。这是线索，不是认定，未经核实不影响评价。`;
}
