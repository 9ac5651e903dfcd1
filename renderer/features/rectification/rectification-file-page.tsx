import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconFileExport } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { useExportDocument } from '../../api/export-document';
import { useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { Columns, Page, PageHeader } from '../../components/page';
import { RecordGate } from '../../components/record-gate';
import { CloseForm } from './close-form';
import { DeliverForm } from './deliver-form';
import { EndForm, type Ending } from './end-form';
import { ExtendForm } from './extend-form';
import { JudgeForm } from './judge-form';
import { ProofForm } from './proof-form';
import { ProposalBox } from './proposal-box';
import { RecheckForm } from './recheck-form';
import { RectificationPill } from './rectification-columns';
import { RectificationSide } from './rectification-side';
import { RectificationStory } from './rectification-story';
import type { RectificationFile } from './rectification-words';
import { RemindForm } from './remind-form';

/** What an officer does to an order, one drawer at a time. */
type Act =
  | 'deliver'
  | 'recheck'
  | 'close'
  | 'proof'
  | 'remind'
  | Ending
  | { readonly extend: string }
  | { readonly judge: string };

export function RectificationFilePage() {
  const { id = '' } = useParams();
  const file = useRoute('rectification.get', { id });
  if (file.data) return <Record key={id} file={file.data} />;
  return <RecordGate error={file.error} label="正在读取整改" back={{ to: '/rectifications', label: '返回整改列表' }} />;
}

function Record({ file }: { readonly file: RectificationFile }) {
  const [act, setAct] = useState<Act | null>(null);
  const { run, busy } = useExportDocument();
  const close = () => setAct(null);
  const extended =
    typeof act === 'object' && act && 'extend' in act ? file.items.find((item) => item.id === act.extend) : undefined;
  const judged =
    typeof act === 'object' && act && 'judge' in act ? file.proofs.find((proof) => proof.id === act.judge) : undefined;
  const next = nextStep(file, useToday());
  return (
    <Page>
      <PageHeader
        title={file.subjectName}
        badges={<RectificationPill row={file} />}
        purpose={`${file.no}　${file.orderedOn} 责令，${file.itemCount} 项，已整改 ${file.correctedCount} 项`}
        back={{ to: '/rectifications', label: '整改' }}
        actions={
          <>
            <Button component={Link} to={`/rectifications/${file.id}/evidence`} variant="default">
              证据台
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
                <Menu.Item onClick={() => void run('rectification-order', { id: file.id })}>责令改正通知书</Menu.Item>
                <Menu.Item onClick={() => void run('rectification-report', { id: file.id })}>整改报告</Menu.Item>
              </Menu.Dropdown>
            </Menu>
            {file.state === 'ordered' ? (
              <>
                <Menu>
                  <Menu.Target>
                    <Button variant="default" rightSection={<IconChevronDown size={14} stroke={1.5} />}>
                      其他办理
                    </Button>
                  </Menu.Target>
                  <Menu.Dropdown>
                    {file.deliveredOn === null && next?.act !== 'deliver' ? (
                      <Menu.Item onClick={() => setAct('deliver')}>登记送达</Menu.Item>
                    ) : null}
                    {next?.act === 'recheck' ? null : (
                      <Menu.Item disabled={file.correctedCount === file.itemCount} onClick={() => setAct('recheck')}>
                        登记复查
                      </Menu.Item>
                    )}
                    <Menu.Item disabled={file.correctedCount === file.itemCount} onClick={() => setAct('proof')}>
                      登记整改材料
                    </Menu.Item>
                    <Menu.Item disabled={file.correctedCount === file.itemCount} onClick={() => setAct('remind')}>
                      登记催告
                    </Menu.Item>
                    <Menu.Item onClick={() => setAct('escalate')}>转处理</Menu.Item>
                    <Menu.Item onClick={() => setAct('cancel')}>撤销责令改正</Menu.Item>
                  </Menu.Dropdown>
                </Menu>
                {next ? <Button onClick={() => setAct(next.act)}>{next.label}</Button> : null}
              </>
            ) : null}
          </>
        }
      />
      <Columns
        main={
          <>
            <ProposalBox file={file} />
            <RectificationStory
              file={file}
              onExtend={(itemId) => setAct({ extend: itemId })}
              acts={{
                onSubmit: () => setAct('proof'),
                onJudge: (proofId) => setAct({ judge: proofId }),
                onRemind: () => setAct('remind'),
              }}
            />
          </>
        }
        side={<RectificationSide file={file} />}
      />
      {act === 'deliver' ? <DeliverForm file={file} onClose={close} /> : null}
      {act === 'recheck' ? <RecheckForm file={file} onClose={close} /> : null}
      {act === 'close' ? <CloseForm file={file} onClose={close} /> : null}
      {act === 'escalate' || act === 'cancel' ? <EndForm file={file} ending={act} onClose={close} /> : null}
      {act === 'proof' ? <ProofForm file={file} onClose={close} /> : null}
      {act === 'remind' ? <RemindForm file={file} onClose={close} /> : null}
      {judged ? <JudgeForm file={file} proof={judged} onClose={close} /> : null}
      {extended ? <ExtendForm file={file} item={extended} onClose={close} /> : null}
    </Page>
  );
}

type NextStep = {
  readonly act: 'deliver' | 'recheck' | 'close' | { readonly judge: string };
  readonly label: string;
};

/** The one thing to do now: papers that wait are judged first; a re-check must be later than the order. */
function nextStep(file: RectificationFile, today: string): NextStep | null {
  if (file.state !== 'ordered') return null;
  if (file.deliveredOn === null) return { act: 'deliver', label: '登记送达' };
  if (file.correctedCount === file.itemCount) return { act: 'close', label: '办结整改' };
  const waiting = file.proofs.find((proof) => proof.judgement === null);
  if (waiting) return { act: { judge: waiting.id }, label: '审查材料' };
  if (today > file.orderedOn && file.recheckOffer) return { act: 'recheck', label: '登记书面复查' };
  return today > file.orderedOn ? { act: 'recheck', label: '登记复查' } : null;
}
