import { Button } from '@mantine/core';
import { Link } from 'react-router-dom';
import { Facts } from '../../components/facts';
import { PeekDrawer } from '../../components/peek-drawer';
import { StatePill } from '../../components/pill';
import { HashText } from '../../components/text';
import { NoticeBar } from './notice-bar';
import { kindsWords, originLabels, type PackRow, packLink, packState, statusWords, termWords } from './pack-words';

type PackPeekProps = { readonly pack: PackRow | null; readonly today: string; readonly onClose: () => void };

/** The head of a pack beside the list. */
export function PackPeek({ pack, today, onClose }: PackPeekProps) {
  if (!pack) return null;
  return (
    <PeekDrawer
      open
      onClose={onClose}
      title={pack.title}
      badges={<StatePill {...packState(pack, today)} />}
      actions={
        <Button component={Link} to={packLink(pack)} variant="default">
          打开规则包
        </Button>
      }
    >
      <NoticeBar pack={pack} />
      <Facts
        columns={2}
        items={[
          { label: '正用于', value: kindsWords(pack.inForceFor) || '尚未用于评价', wide: true },
          { label: '适用主体', value: kindsWords(pack.subjectKinds), wide: true },
          { label: '版本', value: `第 ${pack.version} 版` },
          { label: '性质', value: statusWords(pack.status) },
          { label: '适用地区', value: pack.place },
          { label: '来源', value: originLabels[pack.origin] },
          { label: '制定机关', value: pack.issuer, wide: true },
          { label: '施行日期', value: termWords(pack.effectiveFrom, pack.effectiveTo), wide: true },
          {
            label: '基础包',
            value: pack.extends ? (
              <Link to={packLink(pack.extends)}>
                {pack.extends.packId} 第 {pack.extends.version} 版
              </Link>
            ) : (
              '没有'
            ),
            wide: true,
          },
          { label: '编号', value: pack.packId, wide: true },
          { label: '校验值（SHA-256）', value: <HashText hash={pack.sha256} />, wide: true },
        ]}
      />
    </PeekDrawer>
  );
}
