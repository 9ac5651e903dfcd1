import { Button } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { useAction, useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { useShortcut } from '../../components/ime';
import { Page, PageHeader } from '../../components/page';
import { SaveMark } from '../../components/save-state';
import { EmptyState, Loading, QueryError } from '../../components/state-panels';
import type { PickedSubject } from '../../components/subject-pick';
import { CheckSide } from './check-side';
import { DraftProvider } from './draft-context';
import css from './editor.module.css';
import { EditorTree } from './editor-tree';
import { getAt, pathOf } from './json-path';
import { partAt, partsOf } from './pack-parts';
import { type Check, type PackFile, type PackKey, packLink, packOf } from './pack-words';
import { PartForm } from './part-form';
import { treeActions } from './tree-actions';
import { TreeToolbar } from './tree-toolbar';
import { TrySide } from './try-side';
import { useCatalogue } from './use-catalogue';
import { useLiveCheck, useLiveTry } from './use-live';
import { usePackDraft } from './use-pack-draft';

/** A draft in a form: the tree, the part that is being changed, and what the change does. */
export function EditPage() {
  const { packId = '', version = '' } = useParams();
  return <DraftFile key={`${packId}/${version}`} packId={packId} version={Number(version)} />;
}

function DraftFile(key: PackKey) {
  const { data, error, refetch } = useRoute('pack.get', key);
  const [isFresh, setFresh] = useState(false);
  // The editor begins with what is in the store now: an older answer would undo what was typed last time.
  useEffect(() => {
    let isLeft = false;
    void refetch().finally(() => !isLeft && setFresh(true));
    return () => {
      isLeft = true;
    };
  }, [refetch]);
  if (error)
    return (
      <Page>
        <PageHeader title="编辑规则包" back={{ to: '/packs', label: '规则' }} />
        <QueryError error={error} />
      </Page>
    );
  if (!data || !isFresh) return <Loading label="正在读取草稿" />;
  if (data.state !== 'draft')
    return (
      <Page>
        <PageHeader title={data.title} back={{ to: packLink(key), label: data.title }} />
        <EmptyState
          sentence="这一版已经定稿，不能再改；复制为新版本后再改。"
          action={
            <Button component={Link} to={packLink(key)} variant="default">
              回到规则包
            </Button>
          }
        />
      </Page>
    );
  // The draft lives in the editor from here on; what the store announces is its own saving.
  return <Editor file={data} />;
}

function Editor({ file }: { readonly file: PackFile }) {
  const navigate = useNavigate();
  const today = useToday();
  const catalogue = useCatalogue();
  const draft = usePackDraft(file, packOf(file.content), file.check);
  const { pack, part: chosen, set, replace } = draft;
  const [subject, setSubject] = useState<PickedSubject | null>(null);

  const live = useLiveCheck(pack);
  const lastCheck = useRef<Check | null>(draft.check);
  if (live.value) lastCheck.current = live.value;
  const check = lastCheck.current;
  const problems = check?.problems ?? [];
  const tried = useLiveTry(pack, subject?.id ?? null, problems.length === 0);

  const parts = useMemo(() => partsOf(pack), [pack]);
  const part = parts.find(({ path }) => path === chosen) ?? parts[0];
  const counts = useMemo(() => {
    const map = new Map<string, number>();
    for (const { path } of problems) map.set(partAt(path), (map.get(partAt(path)) ?? 0) + 1);
    return map;
  }, [problems]);

  useShortcut('mod+Z', draft.undo);
  useShortcut('mod+Y', draft.redo);
  const finish = useAction('pack.finish', {
    done: () => `“${pack.title}”已定稿，可以试运行和启用`,
    onDone: () => navigate(packLink(file)),
  });
  if (!part) return null;

  const actions = treeActions(pack, part.path, part.kind, draft.edit, today);
  const jump = (place: string) => {
    draft.select(partAt(place));
    focusForm('problem');
  };
  const failed = check?.cases.filter(({ passed }) => !passed).length ?? 0;
  const wrong = [
    ...(problems.length > 0 ? [`${problems.length} 处问题`] : []),
    ...(failed > 0 ? [`${failed} 个用例未通过`] : []),
  ];
  const isWaiting = check === null || live.stale;
  const reason = wrong.length > 0 ? `还有 ${wrong.join('、')}，不能定稿` : isWaiting ? '正在校验' : '';
  const freeze = async () => {
    if (await draft.saveNow()) void finish.run({ packId: file.packId, version: file.version });
  };
  const nodeId = part.kind === 'node' ? ((getAt(pack, pathOf(`${part.path}.id`)) as string | undefined) ?? null) : null;
  return (
    <Page kind="list">
      <PageHeader
        title={pack.title || '（未命名）'}
        purpose={
          <span className={css.saveLine}>
            草稿，第 {file.version} 版，改动自动保存
            <SaveMark state={draft.saved} onRetry={() => void draft.saveNow()} />
          </span>
        }
        back={{ to: packLink(file), label: '规则包' }}
        actions={
          <>
            {reason ? (
              <span className={css.reason} id="finish-reason">
                {reason}
              </span>
            ) : null}
            <Button
              disabled={reason !== ''}
              loading={finish.busy}
              aria-describedby={reason ? 'finish-reason' : undefined}
              onClick={() => void freeze()}
            >
              定稿
            </Button>
          </>
        }
      />
      <DraftProvider value={{ pack, set, replace, catalogue, problems }}>
        <div className={css.editor}>
          <nav className={css.left} aria-label="规则包的各部分">
            <TreeToolbar kind={part.kind} actions={actions} undo={draft.undo} canUndo={draft.canUndo} />
            <EditorTree
              parts={parts}
              selected={part.path}
              onSelect={draft.select}
              problems={counts}
              actions={actions}
              onEnter={() => focusForm('first')}
            />
          </nav>
          <section key={part.path} className={css.middle} aria-label={part.label}>
            <h2 className={css.formTitle}>{part.label}</h2>
            <PartForm part={part} check={check} onAdd={actions.add.run} />
          </section>
          <aside className={css.right}>
            <CheckSide pack={pack} live={live} check={check} onJump={jump} />
            <TrySide
              pack={pack}
              subject={subject}
              onPick={setSubject}
              live={tried}
              sound={problems.length === 0}
              nodeId={nodeId}
              onJump={jump}
            />
          </aside>
        </div>
      </DraftProvider>
    </Page>
  );
}

/** To the first field of the form, or to the first one with a problem. */
function focusForm(to: 'first' | 'problem'): void {
  // after the form of the new part has been painted
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const form = document.querySelector(`.${css.middle ?? ''}`);
      const wrong = to === 'problem' ? form?.querySelector<HTMLElement>('[aria-invalid="true"]') : null;
      (wrong ?? form?.querySelector<HTMLElement>('input, textarea'))?.focus();
    }),
  );
}
