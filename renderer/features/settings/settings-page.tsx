import type { ComponentType } from 'react';
import { NavLink, useParams } from 'react-router-dom';
import { Page, PageHeader } from '../../components/page';
import { AboutSection } from './about-section';
import { AuditSection } from './audit-section';
import { CalendarSection } from './calendar-section';
import { InterfaceSection } from './interface-section';
import { NumberSection } from './number-section';
import { OfficeSection } from './office-section';
import { OfficerSection } from './officer-section';
import { PackSection } from './pack-section';
import css from './settings-page.module.css';
import { StoreSection } from './store-section';

type Part = { readonly key: string; readonly label: string; readonly Panel: ComponentType };

/** The parts of the settings, in their order. */
const PARTS: readonly Part[] = [
  { key: 'office', label: '机关信息', Panel: OfficeSection },
  { key: 'officers', label: '执法人员', Panel: OfficerSection },
  { key: 'numbers', label: '文号', Panel: NumberSection },
  { key: 'packs', label: '规则包', Panel: PackSection },
  { key: 'calendar', label: '节假日', Panel: CalendarSection },
  { key: 'store', label: '存储与备份', Panel: StoreSection },
  { key: 'audit', label: '操作记录', Panel: AuditSection },
  { key: 'interface', label: '界面', Panel: InterfaceSection },
  { key: 'about', label: '关于', Panel: AboutSection },
];

/** `/settings/:part`; without a part the first one. */
export function SettingsPage() {
  const { part } = useParams();
  const chosen = PARTS.find(({ key }) => key === part) ?? PARTS[0];
  if (!chosen) return null;
  const { Panel } = chosen;
  return (
    <Page kind="list">
      <PageHeader title="设置" purpose="机关、人员、规则和存储；全部只存放在本机。" />
      <div className={css.layout}>
        <nav className={css.nav} aria-label="设置分类">
          {PARTS.map(({ key, label }) => (
            <NavLink
              key={key}
              to={`/settings/${key}`}
              className={`${css.link} ${key === chosen.key ? css.on : ''}`}
              aria-current={key === chosen.key ? 'page' : undefined}
            >
              {label}
            </NavLink>
          ))}
        </nav>
        <div className={css.panel}>
          <Panel />
        </div>
      </div>
    </Page>
  );
}
