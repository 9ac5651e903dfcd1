import { Button, Checkbox, Stack } from '@mantine/core';
import { useRoute } from '../../api/queries';
import { Columns } from '../../components/page';
import { Section } from '../../components/section';
import css from './pack.module.css';
import { keyOf, kindWords, type PackFile } from './pack-words';
import type { ActivationWork } from './use-activation';

type KindsStepProps = { readonly file: PackFile; readonly work: ActivationWork };

/** Step 1: who shall be rated by it, beside who is rated by what today. */
export function KindsStep({ file, work }: KindsStepProps) {
  const packs = useRoute('pack.list', {}).data?.packs ?? [];
  const nowFor = (kind: string): string => {
    const now = packs.find(({ inForceFor }) => inForceFor.includes(kind));
    if (!now) return '现在没有适用的规则包';
    return keyOf(now) === keyOf(file) ? '现在就用这一版' : `现在用：${now.title} 第 ${now.version} 版`;
  };
  const toggle = (kind: string, on: boolean) =>
    work.change({
      kinds: file.subjectKinds.filter((one) => (one === kind ? on : work.kinds.includes(one))),
      result: null,
    });
  return (
    <Columns
      main={
        <Section title="用于哪些主体">
          <div className={css.form}>
            <Stack gap="sm">
              {file.subjectKinds.map((kind) => (
                <Checkbox
                  key={kind}
                  label={kindWords(kind)}
                  description={nowFor(kind)}
                  checked={work.kinds.includes(kind)}
                  onChange={(event) => toggle(kind, event.currentTarget.checked)}
                />
              ))}
            </Stack>
            <div>
              <Button disabled={work.kinds.length === 0} onClick={() => work.go('run')}>
                下一步：试运行
              </Button>
            </div>
            {work.kinds.length === 0 ? <p className={css.quiet}>至少选择一类主体。</p> : null}
          </div>
        </Section>
      }
      side={
        <Section title="启用要经过">
          <ol className={css.sentences}>
            <li>试运行：用新规则给这些主体算一遍，看多少户等级变动，不保存结果。</li>
            <li>申请：写明从哪一天起用和理由。</li>
            <li>决定：由申请人以外的人员批准或者退回。</li>
          </ol>
          <p className={css.small}>以前作出的评价仍按当时的规则保留，不会改动。</p>
        </Section>
      }
    />
  );
}
