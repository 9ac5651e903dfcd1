import { Button, Menu } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowDown,
  IconArrowsMove,
  IconArrowUp,
  IconIndentDecrease,
  IconIndentIncrease,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { KeyHint } from '../../components/text';
import css from './editor-tree.module.css';
import type { PartKind } from './pack-parts';
import type { TreeActions } from './tree-actions';

const addWords: Partial<Record<PartKind, string>> = {
  nodes: '一级指标',
  node: '同级指标',
  bonus: '加分指标',
  vetoes: '否决项',
  veto: '否决项',
  grades: '等级',
  grade: '等级',
  bases: '依据',
  basis: '依据',
  cases: '用例',
  case: '用例',
};

type TreeToolbarProps = {
  readonly kind: PartKind;
  readonly actions: TreeActions;
  readonly undo: () => void;
  readonly canUndo: boolean;
};

const icon = { size: 14, stroke: 1.5 };

/** The edits of the tree by mouse, each with its key. */
export function TreeToolbar({ kind, actions, undo, canUndo }: TreeToolbarProps) {
  const nothing = !actions.up.can && !actions.down.can && !actions.promote.can && !actions.demote.can;
  return (
    <div className={css.toolbar} role="toolbar" aria-label="改动指标树">
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            size="compact-xs"
            variant="default"
            disabled={!actions.add.can && !actions.inside.can}
            leftSection={<IconPlus {...icon} />}
          >
            增加
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={!actions.add.can} rightSection={<KeyHint keys="Insert" />} onClick={actions.add.run}>
            {addWords[kind] ?? '指标'}
          </Menu.Item>
          {kind === 'node' ? (
            <Menu.Item disabled={!actions.inside.can} onClick={actions.inside.run}>
              下级指标
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button size="compact-xs" variant="default" disabled={nothing} leftSection={<IconArrowsMove {...icon} />}>
            移动
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            disabled={!actions.up.can}
            leftSection={<IconArrowUp {...icon} />}
            rightSection={<KeyHint keys="Alt+↑" />}
            onClick={actions.up.run}
          >
            上移
          </Menu.Item>
          <Menu.Item
            disabled={!actions.down.can}
            leftSection={<IconArrowDown {...icon} />}
            rightSection={<KeyHint keys="Alt+↓" />}
            onClick={actions.down.run}
          >
            下移
          </Menu.Item>
          <Menu.Item
            disabled={!actions.promote.can}
            leftSection={<IconIndentDecrease {...icon} />}
            rightSection={<KeyHint keys="Alt+←" />}
            onClick={actions.promote.run}
          >
            升一级
          </Menu.Item>
          <Menu.Item
            disabled={!actions.demote.can}
            leftSection={<IconIndentIncrease {...icon} />}
            rightSection={<KeyHint keys="Alt+→" />}
            onClick={actions.demote.run}
          >
            降一级
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button
        size="compact-xs"
        variant="default"
        disabled={!actions.remove.can}
        leftSection={<IconTrash {...icon} />}
        title="Delete"
        onClick={actions.remove.run}
      >
        删除
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        disabled={!canUndo}
        leftSection={<IconArrowBackUp {...icon} />}
        title="Ctrl+Z"
        onClick={undo}
      >
        撤销
      </Button>
    </div>
  );
}
