import { Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconMask, IconRotateClockwise2, IconZoomIn } from '@tabler/icons-react';
import { copyKindLabels, evidenceKindLabels } from '#shared/domain/evidence/codes';
import { fileTypeByCode } from '#shared/domain/evidence/file-type';
import { positionText } from '#shared/domain/evidence/place';
import { useAction } from '../../api/queries';
import { Facts } from '../../components/facts';
import { Section } from '../../components/section';
import { HashText, MomentText } from '../../components/text';
import { fileSize, thousands } from '../../components/words';
import css from './desk.module.css';
import { EvidenceFields } from './evidence-fields';
import { Thumb } from './evidence-grid';
import type { ViewerMode } from './evidence-viewer';
import { type Desk, type EvidenceItem, takenText } from './evidence-words';
import type { PreviewNote } from './use-previews';

type SideProps = {
  readonly item: EvidenceItem;
  readonly record: Desk['record'];
  readonly note: PreviewNote | undefined;
  readonly onView: (mode: ViewerMode) => void;
  readonly onMove: (step: -1 | 1) => void;
  readonly onWithdraw: () => void;
};

/** The evidence that is chosen: what is remarkable, what it proves, what its file says. */
export function EvidenceSide({ item, record, note, onView, onMove, onWithdraw }: SideProps) {
  const open = useAction('shell.open-stored');
  const canWork = item.preview === 'possible' && item.withdrawnAt === null;
  return (
    <>
      <Section title={`证据 ${item.no}`} hint={evidenceKindLabels[item.kind]}>
        <div className={css.side}>
          <button
            type="button"
            className={css.bigThumb}
            aria-label={`放大证据 ${item.no}`}
            onClick={() => onView('look')}
          >
            <Thumb item={item} note={note} />
          </button>
          {item.withdrawnAt ? (
            <p className={css.warning}>
              已撤下：{item.withdrawnReason}（<MomentText at={item.withdrawnAt} />）
            </p>
          ) : null}
          {item.warnings.length > 0 ? (
            <ul className={css.warnings} aria-label="提示">
              {item.warnings.map((warning) => (
                <li key={warning.code} className={css.warning} data-level={warning.level}>
                  {warning.level === 'warn' ? '▲ ' : ''}
                  {warning.message}
                </li>
              ))}
            </ul>
          ) : null}
          <div className={css.buttons} data-print="hide">
            <Button
              size="xs"
              variant="default"
              leftSection={<IconZoomIn size={15} stroke={1.5} />}
              onClick={() => onView('look')}
            >
              放大
            </Button>
            {canWork ? (
              <>
                <Button
                  size="xs"
                  variant="default"
                  leftSection={<IconRotateClockwise2 size={15} stroke={1.5} />}
                  onClick={() => onView('rotate')}
                >
                  旋转
                </Button>
                <Button
                  size="xs"
                  variant="default"
                  leftSection={<IconMask size={15} stroke={1.5} />}
                  onClick={() => onView('blur')}
                >
                  遮盖
                </Button>
              </>
            ) : null}
            <Button size="xs" variant="default" loading={open.busy} onClick={() => void open.run(item)}>
              用其他程序打开
            </Button>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconArrowLeft size={15} stroke={1.5} />}
              onClick={() => onMove(-1)}
            >
              前移
            </Button>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconArrowRight size={15} stroke={1.5} />}
              onClick={() => onMove(1)}
            >
              后移
            </Button>
            {item.withdrawnAt ? null : (
              <Button size="xs" variant="default" onClick={onWithdraw}>
                撤下…
              </Button>
            )}
          </div>
          {item.withdrawnAt ? null : <EvidenceFields key={item.id} item={item} record={record} />}
        </div>
      </Section>
      <Section title="文件">
        <Facts
          columns={1}
          items={[
            {
              label: '文件名',
              value: `${item.fileName}（${fileTypeByCode(item.fileType).label}，${fileSize(item.size)}）`,
            },
            ...(item.url ? [{ label: '网址', value: item.url }] : []),
            ...(item.width && item.height
              ? [{ label: '尺寸', value: `${thousands(item.width)} × ${thousands(item.height)} 像素` }]
              : []),
            ...(item.metadata === 'unsupported'
              ? []
              : [
                  { label: '拍摄时间', value: takenText(item) || '文件中没有' },
                  { label: '拍摄地点', value: positionText(item) || '文件中没有' },
                  { label: '拍摄设备', value: item.device || '文件中没有' },
                ]),
            { label: '存入', value: <MomentText at={item.createdAt} />, source: item.officerName || undefined },
            { label: 'SHA-256', value: <HashText hash={item.sha256} /> },
            { label: 'SM3', value: <HashText hash={item.sm3} /> },
          ]}
        />
      </Section>
      {item.copies.length > 0 ? (
        <Section title="副本" count={item.copies.length} hint="原件未改动">
          <ul className={css.copies}>
            {item.copies.map((copy) => (
              <li key={copy.id}>
                {copy.fileName}　{copyKindLabels[copy.kind]}
                {copy.how.degrees ? ` ${copy.how.degrees}°` : ''}
                {copy.how.masks.length > 0 ? `，遮盖 ${copy.how.masks.length} 处` : ''}　{copy.officerName}　
                <MomentText at={copy.createdAt} />
                <br />
                SHA-256 {copy.sha256.slice(0, 16)}…
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
