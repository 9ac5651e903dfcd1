import { Button } from '@mantine/core';
import { IconFileImport, IconPlus, IconScale } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { DataTable } from '../../components/data-table/data-table';
import { FilterChips } from '../../components/filter-chips';
import { Page, PageHeader } from '../../components/page';
import { EmptyState, QueryError } from '../../components/state-panels';
import { useRemembered } from '../../components/view-memory';
import { CopyForm } from './copy-form';
import { ImportRefused } from './import-refused';
import { OpenProposals } from './open-proposals';
import { chipsOf, type Shown, shows } from './pack-chips';
import { packColumns } from './pack-columns';
import { PackPeek } from './pack-peek';
import { keyOf, type PackRow, packLink } from './pack-words';
import { useImportPack } from './use-import-pack';

/** Every rule pack at hand, and what waits for a second officer's decision. */
export function PackPage() {
  const navigate = useNavigate();
  const today = useToday();
  const list = useRoute('pack.list', {});
  const [shown, setShown] = useRemembered<Shown>('pack:shown', 'all');
  const [text, setText] = useRemembered('pack:filter', '');
  const [peeked, setPeeked] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const bringIn = useImportPack((key) => navigate(packLink(key)));
  const packs = list.data?.packs;
  const wanted = text.trim();
  const rows = packs
    ?.toSorted(byUse)
    .filter(
      (pack) => shows[shown](pack) && `${pack.title} ${pack.place} ${pack.issuer} ${pack.packId}`.includes(wanted),
    );
  const importButton = (variant: 'filled' | 'default') => (
    <Button
      variant={variant}
      loading={bringIn.busy}
      leftSection={<IconFileImport size={16} stroke={1.5} />}
      onClick={bringIn.start}
    >
      导入规则包…
    </Button>
  );
  const open = (pack: PackRow) => navigate(packLink(pack));
  return (
    <Page kind="list">
      <PageHeader
        title="规则"
        purpose="评价的指标、分值、等级和依据都写在规则包里；启用须经试运行，并由另一人批准。"
        actions={
          <>
            <Button
              variant="default"
              disabled={!packs?.length}
              leftSection={<IconPlus size={16} stroke={1.5} />}
              onClick={() => setAdding(true)}
            >
              新建规则包…
            </Button>
            {importButton('filled')}
          </>
        }
      />
      <OpenProposals />
      {bringIn.refused ? <ImportRefused error={bringIn.refused} onClose={bringIn.dismiss} /> : null}
      {list.error ? <QueryError error={list.error} /> : null}
      <DataTable
        name="pack"
        label="规则包"
        unit="个"
        columns={packColumns(today)}
        rows={list.error ? [] : rows}
        rowKey={keyOf}
        asOf={today}
        onOpen={open}
        onPeek={(pack) => setPeeked(keyOf(pack))}
        peeking={peeked !== null}
        filter={{ value: text, onChange: setText, placeholder: '名称、地区、制定机关' }}
        chips={<FilterChips<Shown> label="显示哪些" value={shown} onChange={setShown} chips={chipsOf(packs)} />}
        empty={
          packs?.length ? (
            <EmptyState
              icon={IconScale}
              sentence={shown === 'draft' ? '没有正在起草的规则包。' : '这一类还没有规则包。'}
              action={
                <Button variant="default" onClick={() => setShown('all')}>
                  显示全部
                </Button>
              }
            />
          ) : (
            <EmptyState
              icon={IconScale}
              sentence="没有规则包；导入上级机关或者兄弟局的规则包后，就能评价。"
              action={importButton('default')}
            />
          )
        }
        emptyFiltered={<EmptyState icon={IconScale} sentence="没有符合条件的规则包，请换一个词。" />}
      />
      <PackPeek
        pack={packs?.find((pack) => keyOf(pack) === peeked) ?? null}
        today={today}
        onClose={() => setPeeked(null)}
      />
      {adding && packs ? <CopyForm packs={packs} onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}

/** What rates somebody today comes first, then what is being written, then the rest by name. */
function byUse(a: PackRow, b: PackRow): number {
  const rank = ({ inForceFor, state }: PackRow) => (inForceFor.length > 0 ? 0 : state === 'draft' ? 1 : 2);
  return rank(a) - rank(b) || a.title.localeCompare(b.title, 'zh-CN') || b.version - a.version;
}
