import { Button } from '@mantine/core';
import { IconFileExport, IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useParams } from 'react-router-dom';
import { type BlankPaperId, blankPaperIds, type PaperId, paperIds, paperTitles } from '#shared/domain/paper/papers';
import type { RouteOutput } from '#shared/ipc/contract';
import { useExportDocument } from '../../api/export-document';
import { usePrintPage } from '../../api/print-page';
import { useAction, useRoute } from '../../api/queries';
import { Page, PageHeader } from '../../components/page';
import { StatePill } from '../../components/pill';
import { RecordGate } from '../../components/record-gate';
import css from './paper.module.css';
import { Sheet } from './sheet';

type Shown = RouteOutput<'paper.get'>;
const back = { to: '/papers', label: '返回文书' };

/** `/papers/view/:paper/:id`: one paper as it will lie on A4. */
export function PaperViewPage() {
  const { paper: asked = '', id = '' } = useParams();
  const paper = paperIds.find((one) => one === asked);
  const shown = useRoute('paper.get', { paper: paper ?? 'inspection-record', id }, { enabled: paper !== undefined });
  if (paper && shown.data) return <View key={`${paper}${id}`} paper={paper} id={id} shown={shown.data} blank={false} />;
  return <RecordGate error={shown.error} label="正在读取文书" back={back} />;
}

/** `/papers/blank/:paper/:id`: the same, to be filled in by hand. */
export function BlankPaperPage() {
  const { paper: asked = '', id = '' } = useParams();
  const paper = blankPaperIds.find((one): one is BlankPaperId => one === asked);
  const input = { paper: paper ?? 'inspection-record', reservedId: id } as const;
  const shown = useRoute('paper.get-blank', input, { enabled: paper !== undefined });
  if (paper && shown.data) return <View key={`${paper}${id}`} paper={paper} id={id} shown={shown.data} blank />;
  return <RecordGate error={shown.error} label="正在读取空白文书" back={back} />;
}

/** A paper of an inspection goes back to its case; of others the list is the way. */
const backOf = ({ ownerTable, ownerId }: Shown) =>
  ownerTable === 'inspection'
    ? { to: `/papers/case/inspection/${ownerId}`, label: '本次检查的文书' }
    : ownerTable === 'interview'
      ? { to: `/papers/interviews/${ownerId}`, label: '询问笔录' }
      : { to: '/papers', label: '文书' };

type ViewProps = { readonly paper: PaperId; readonly id: string; readonly shown: Shown; readonly blank: boolean };

function View({ paper, id, shown, blank }: ViewProps) {
  const [full, setFull] = useState<Shown | null>(null);
  const reveal = useAction('paper.get-full');
  const { print, savePdf, busy } = usePrintPage();
  const excel = useExportDocument();
  const { content, subjectName, masked } = full ?? shown;
  const title = blank ? `${content.title}（空白）` : content.title;
  const page = {
    report: paper,
    ownerId: id,
    copy: 'office' as const,
    title,
    fileName: [paperTitles[paper], content.no, subjectName.slice(0, 30)].filter((part) => part !== '').join('_'),
    marks: [],
    official: { no: content.no, blank },
  };
  /** The paper that is signed bears numbers in full; the screen goes back to the masked ones. */
  const out = async (way: (printed: typeof page) => Promise<void>) => {
    if (!masked) return way(page);
    const shownInFull = await reveal.run({ paper: 'interview-record', id });
    if (!shownInFull) return;
    // the printer takes what stands on the page at this moment
    flushSync(() => setFull(shownInFull));
    await way(page);
    setFull(null);
  };
  return (
    <Page>
      <div data-print="hide">
        <PageHeader
          title={title}
          badges={shown.verified ? null : <StatePill label="名称、版式未核实" tone="warn" />}
          purpose={[content.no, subjectName].filter((part) => part !== '').join('　')}
          back={backOf(shown)}
          actions={
            <>
              <Button
                variant="default"
                loading={excel.busy}
                leftSection={<IconFileExport size={16} stroke={1.5} />}
                onClick={() => void excel.run(paper, blank ? { reservedId: id } : { id })}
              >
                导出 Excel…
              </Button>
              <Button
                variant="default"
                loading={busy || reveal.busy}
                leftSection={<IconFileTypePdf size={16} stroke={1.5} />}
                onClick={() => void out(savePdf)}
              >
                导出 PDF…
              </Button>
              <Button
                loading={busy || reveal.busy}
                leftSection={<IconPrinter size={16} stroke={1.5} />}
                onClick={() => void out(print)}
              >
                打印…
              </Button>
            </>
          }
        />
        <p className={css.source}>
          依据：{shown.source}。{shown.note}
          {masked ? '屏幕上遮盖证件号码和电话，打印、导出时完整列出并记入查看记录。' : ''}
        </p>
      </div>
      <Sheet content={content} />
    </Page>
  );
}
