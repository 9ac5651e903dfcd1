import {
  IconCalendarEvent,
  IconChartBar,
  IconClipboardCheck,
  IconFileReport,
  IconFileText,
  IconHome,
  IconProgressCheck,
  IconRadar2,
  IconRefreshDot,
  IconScale,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { RouteOutput } from '#shared/ipc/contract';

type Today = RouteOutput<'today.get'>;

export type Place = {
  readonly path: string;
  readonly label: string;
  readonly icon: ComponentType<{ size?: number; stroke?: number }>;
  /** Other words that find it in the palette. */
  readonly also: string;
  /** Open items, shown beside the word. */
  readonly open?: (today: Today) => number;
  /** Some of them are overdue: the count is in seal red. */
  readonly overdue?: (today: Today) => boolean;
  /** Stands apart, at the foot of the rail. */
  readonly foot?: boolean;
};

/** The places of the rail, in their order. One line a place. */
export const navigation: readonly Place[] = [
  {
    path: '/',
    label: '今日',
    icon: IconHome,
    also: 'jinri 待办 首页',
    open: dueNow,
    overdue: (t) => t.items.some((i) => i.urgency === 'overdue'),
  },
  { path: '/subjects', label: '主体', icon: IconUsers, also: 'zhuti 监管对象 企业 代理机构 档案' },
  {
    path: '/leads',
    label: '预警',
    icon: IconRadar2,
    also: 'yujing xiansuo 线索 非正常申请 商标囤积 名单',
    open: (t) => t.counts.leadsOpen,
  },
  {
    path: '/inspections',
    label: '检查',
    icon: IconClipboardCheck,
    also: 'jiancha 现场检查 清单 外出清单 日程单 waichu',
    open: (t) => t.counts.inspectionsOpen,
  },
  {
    path: '/papers',
    label: '文书',
    icon: IconFileText,
    also: 'wenshu shenpi 检查审批 通知书 笔录 询问 文号',
  },
  {
    path: '/rectifications',
    label: '整改',
    icon: IconProgressCheck,
    also: 'zhenggai 责令改正 复查',
    open: (t) => t.counts.rectificationsOpen,
    overdue: (t) => t.counts.rectificationsOverdue > 0,
  },
  { path: '/ratings', label: '评价', icon: IconChartBar, also: 'pingjia 信用评价 等级 评级' },
  {
    path: '/plans',
    label: '计划与抽取',
    icon: IconCalendarEvent,
    also: 'jihua chouqu 双随机 年度计划 批次 检查任务 安排检查 专项行动 renwu zhuanxiang',
    open: (t) => t.counts.visitsThisWeek,
  },
  {
    path: '/repairs',
    label: '失信与修复',
    icon: IconRefreshDot,
    also: 'shixin xiufu 信用修复 失信行为',
    open: (t) => t.counts.repairsOpen,
  },
  { path: '/packs', label: '规则', icon: IconScale, also: 'guize 规则包 指标 权重 等级 启用 试运行 依据' },
  { path: '/reports', label: '报表', icon: IconFileReport, also: 'baobiao 导出 台账 Excel 统计 月报 对外报送' },
  { path: '/settings', label: '设置', icon: IconSettings, also: 'shezhi 执法人员 规则包 备份 核验', foot: true },
];

function dueNow(today: Today): number {
  return today.items.filter((item) => item.urgency === 'overdue' || item.urgency === 'today').length;
}
