import { Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { NavLink } from 'react-router-dom';
import { useRoute } from '../../api/queries';
import { thousands } from '../../components/words';
import { navigation, type Place } from '../navigation';
import css from './rail.module.css';

type RailProps = { readonly small: boolean; readonly onToggle: () => void };

export function Rail({ small, onToggle }: RailProps) {
  const today = useRoute('today.get', {}).data;
  const Toggle = small ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <nav className={`${css.rail} ${small ? css.small : ''}`} aria-label="主导航">
      <div className={css.brand}>
        <span className={css.seal} aria-hidden>
          信
        </span>
        {small ? null : '知信办案台'}
      </div>
      <div className={css.places}>
        {navigation.map((place) => (
          <PlaceLink
            key={place.path}
            place={place}
            small={small}
            open={today && place.open ? place.open(today) : 0}
            overdue={today !== undefined && place.overdue?.(today) === true}
          />
        ))}
      </div>
      <button type="button" className={css.toggle} onClick={onToggle} aria-label={small ? '展开导航' : '收起导航'}>
        <Toggle size={18} stroke={1.5} />
        {small ? null : '收起导航'}
      </button>
    </nav>
  );
}

type PlaceLinkProps = {
  readonly place: Place;
  readonly small: boolean;
  readonly open: number;
  readonly overdue: boolean;
};

function PlaceLink({ place, small, open, overdue }: PlaceLinkProps) {
  const Icon = place.icon;
  const spoken = open > 0 ? `${place.label}，${open} 项待办${overdue ? '，有逾期' : ''}` : place.label;
  return (
    <Tooltip label={place.label} position="right" disabled={!small}>
      <NavLink
        to={place.path}
        end={place.path === '/'}
        className={`${css.place} ${place.foot ? css.foot : ''}`}
        aria-label={spoken}
      >
        <Icon size={18} stroke={1.5} />
        {small ? null : place.label}
        {open > 0 ? (
          <span className={`${css.count} ${overdue ? css.overdue : ''}`}>{open > 999 ? '999+' : thousands(open)}</span>
        ) : null}
      </NavLink>
    </Tooltip>
  );
}
