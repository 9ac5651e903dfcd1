import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconFileExport, IconShieldCheck, IconWorld } from '@tabler/icons-react';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router-dom';
import { evidenceOwnerLabels } from '#shared/domain/evidence/codes';
import { useExportDocument } from '../../api/export-document';
import { useJob } from '../../api/jobs';
import { useAction, useRoute } from '../../api/queries';
import { useShortcut } from '../../components/ime';
import { JobProgress } from '../../components/job-progress';
import { Columns, Page, PageHeader } from '../../components/page';
import { RecordGate } from '../../components/record-gate';
import { Section } from '../../components/section';
import { EmptyState } from '../../components/state-panels';
import { KeyHint } from '../../components/text';
import { CaptureForm } from './capture-form';
import css from './desk.module.css';
import { DeskBars } from './desk-bars';
import { DropArea } from './drop-area';
import { EvidenceGrid } from './evidence-grid';
import { EvidenceSide } from './evidence-side';
import { EvidenceViewer, type ViewerMode } from './evidence-viewer';
import type { Desk, DeskOwner, EvidenceItem } from './evidence-words';
import { useIntake } from './use-intake';
import { usePreviews } from './use-previews';
import { WithdrawForm } from './withdraw-form';

/** `/inspections/:id/evidence` */
export const InspectionDeskPage = () => <DeskGate table="inspection" back="/inspections" />;
/** `/rectifications/:id/evidence` */
export const OrderDeskPage = () => <DeskGate table="rectification" back="/rectifications" />;

function DeskGate({ table, back }: { readonly table: DeskOwner['table']; readonly back: string }) {
  const { id = '' } = useParams();
  const owner = { table, id };
  const desk = useRoute('evidence.list', { owner });
  if (desk.data) return <DeskPage key={id} owner={owner} desk={desk.data} back={`${back}/${id}`} />;
  return <RecordGate error={desk.error} label="正在读取证据" back={{ to: back, label: '返回列表' }} />;
}

type DeskPageProps = { readonly owner: DeskOwner; readonly desk: Desk; readonly back: string };

/** All evidence of one record: brought in, looked at, described, ordered, verified and printed. */
function DeskPage({ owner, desk, back }: DeskPageProps) {
  const { record, items } = desk;
  const [params] = useSearchParams();
  const tie = { itemCode: params.get('item'), findingId: params.get('finding') };
  const [selected, setSelected] = useState<string | null>(null);
  const [viewing, setViewing] = useState<ViewerMode | null>(null);
  const [drawer, setDrawer] = useState<'withdraw' | 'capture' | null>(null);
  const intake = useIntake(owner, tie, (ids) => setSelected(ids.at(-1) ?? null));
  const notes = usePreviews(items);
  const verify = useJob('evidence.verify');
  const reorder = useAction('evidence.reorder');
  const { run: exportDocument, busy: exporting } = useExportDocument();
  const current: EvidenceItem | undefined = items.find((item) => item.id === selected) ?? items[0];

  const move = (item: EvidenceItem, step: -1 | 1) => {
    const ids = items.map(({ id }) => id);
    const at = ids.indexOf(item.id);
    const to = at + step;
    if (to < 0 || to >= ids.length) return;
    ids.splice(to, 0, ...ids.splice(at, 1));
    setSelected(item.id);
    void reorder.run({ owner, ids });
  };
  const step = (by: -1 | 1) => {
    const at = items.findIndex((item) => item.id === current?.id);
    const next = items[at + by];
    if (next) setSelected(next.id);
  };
  const toNote = () => {
    const field = document.getElementById('evidence-title');
    field?.scrollIntoView({ block: 'center' });
    field?.focus();
  };
  useShortcut('F2', toNote, current !== undefined);
  const verified = verify.state.phase === 'done' ? verify.state.output : null;

  return (
    <Page>
      <PageHeader
        title="证据台"
        purpose={`${evidenceOwnerLabels[owner.table]} ${record.no}　${record.subjectName}`}
        back={{ to: back, label: `返回${evidenceOwnerLabels[owner.table]}` }}
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconWorld size={16} stroke={1.5} />}
              onClick={() => setDrawer('capture')}
            >
              网页取证…
            </Button>
            <Button
              variant="default"
              disabled={items.length === 0}
              loading={verify.state.phase === 'running'}
              leftSection={<IconShieldCheck size={16} stroke={1.5} />}
              onClick={() => void verify.run({ owner })}
            >
              核对证据
            </Button>
            <Menu position="bottom-end">
              <Menu.Target>
                <Button
                  variant="default"
                  disabled={items.length === 0}
                  loading={exporting}
                  leftSection={<IconFileExport size={16} stroke={1.5} />}
                  rightSection={<IconChevronDown size={14} stroke={1.5} />}
                >
                  导出和打印
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => void exportDocument('evidence-index', { owner: owner.table, id: owner.id })}>
                  证据目录（Excel）…
                </Menu.Item>
                <Menu.Item onClick={() => void exportDocument('photo-sheets', { owner: owner.table, id: owner.id })}>
                  照片页，一页四张（Excel）…
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </>
        }
      />
      <DropArea intake={intake} small={items.length > 0} />
      <DeskBars desk={desk} intake={intake} verified={verified} onForgetVerified={verify.reset} />
      <JobProgress job={verify} label="核对证据" unit="份" kept="证据文件没有改动。" />
      {items.length === 0 ? (
        <EmptyState sentence="这份档案还没有证据。拖入照片或点“添加文件”后，这里按编号排列。" />
      ) : (
        <Columns
          main={
            <Section title="证据" count={items.length} hint={tieHint(tie, record)}>
              <EvidenceGrid
                items={items}
                notes={notes}
                selected={current?.id ?? null}
                onSelect={setSelected}
                onKey={(key, item) => {
                  setSelected(item.id);
                  if (key === 'open') setViewing('look');
                  else if (key === 'note') toNote();
                  else if (key === 'back' || key === 'forward') move(item, key === 'back' ? -1 : 1);
                  else if (item.preview === 'possible' && item.withdrawnAt === null) setViewing(key);
                }}
              />
              <GridKeys />
            </Section>
          }
          side={
            current ? (
              <EvidenceSide
                item={current}
                record={record}
                note={notes.get(current.id)}
                onView={setViewing}
                onMove={(by) => move(current, by)}
                onWithdraw={() => setDrawer('withdraw')}
              />
            ) : null
          }
        />
      )}
      {viewing && current ? (
        <EvidenceViewer
          key={`${current.id} ${viewing}`}
          item={current}
          mode={viewing}
          onClose={() => setViewing(null)}
          onStep={(by) => {
            setViewing('look');
            step(by);
          }}
        />
      ) : null}
      {drawer === 'withdraw' && current ? <WithdrawForm item={current} onClose={() => setDrawer(null)} /> : null}
      {drawer === 'capture' ? <CaptureForm intake={intake} onClose={() => setDrawer(null)} /> : null}
    </Page>
  );
}

type Tie = { readonly itemCode: string | null; readonly findingId: string | null };

function tieHint({ itemCode, findingId }: Tie, record: Desk['record']): string {
  if (findingId) {
    const finding = record.findings.find(({ id }) => id === findingId);
    return finding ? `新存入的对应问题：${finding.facts.slice(0, 20)}` : '';
  }
  return itemCode ? `新存入的对应项目 ${itemCode}` : '';
}

function GridKeys() {
  const keys = [
    ['Enter', '放大'],
    ['F2', '写说明'],
    ['R', '旋转'],
    ['B', '遮盖'],
    ['Alt+←', '前移'],
    ['Alt+→', '后移'],
  ] as const;
  return (
    <div className={css.keys} data-print="hide">
      {keys.map(([key, words]) => (
        <span key={key}>
          <KeyHint keys={key} /> {words}
        </span>
      ))}
    </div>
  );
}
