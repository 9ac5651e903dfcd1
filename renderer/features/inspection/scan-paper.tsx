import { useAction } from '../../api/queries';
import { FilePick } from '../../components/file-pick';
import { Section } from '../../components/section';
import type { InspectionFile } from './inspection-words';
import css from './site.module.css';

const SCANS = [{ name: '扫描件', extensions: ['pdf', 'jpg', 'jpeg', 'png', 'tif', 'tiff', 'ofd'] }];

/** One scan for all who signed on the same paper; it may follow days after the visit. */
export function ScanPaper({ file }: { readonly file: InspectionFile }) {
  const attach = useAction('inspection.attach-signed-scan', { done: () => '已存入签名笔录扫描件' });
  const waiting = file.signings.filter(({ status }) => status === 'paper_waiting');
  const signatureIds = waiting.flatMap(({ signature }) => signature?.id ?? []);
  if (signatureIds.length === 0) return null;
  return (
    <Section title="签名笔录扫描件">
      <div className={css.stack}>
        <p className={css.quiet}>
          {waiting.map(({ name }) => name).join('、')}在纸上签名，扫描件待存。现在没有扫描仪的，办结后也可以存入。
        </p>
        <FilePick
          title="选择签名笔录扫描件"
          filters={SCANS}
          disabled={attach.busy}
          onPick={([picked]) => picked && void attach.run({ id: file.id, signatureIds, file: picked.token })}
        />
      </div>
    </Section>
  );
}
