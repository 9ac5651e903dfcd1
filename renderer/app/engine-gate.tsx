import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { ErrorBody, ErrorCode } from '#shared/kernel/errors';
import { call } from '../api/client';
import { useEngineState } from '../api/events';
import { ErrorPanel } from '../components/state-panels';
import css from './full-page.module.css';

/** Shows the page while there is an engine behind it, and explains itself when there is none. */
export function EngineGate({ children }: { readonly children: ReactNode }) {
  const engine = useEngineState();
  if (engine.state === 'failed') {
    return (
      <div className={css.center}>
        <StoreProblem error={engine.error} />
      </div>
    );
  }
  return (
    <>
      <div className={css.passage} inert={engine.state === 'stopped'}>
        {children}
      </div>
      {engine.state === 'stopped' ? (
        <div className={`${css.veil} ${css.center}`}>
          <ErrorPanel
            what="后台程序意外停止。"
            kept="已经显示为“已保存”的内容都在数据库里；当时还在进行的一步没有完成，也没有留下一半。"
            todo="重新启动后台程序，核对刚才那一步，需要时再做一次。"
            actions={<RestartButton label="重新启动" />}
          />
        </div>
      ) : null}
    </>
  );
}

const whatToDo: Partial<Record<ErrorCode, string>> = {
  store_newer: '在这台电脑上安装新版程序后再打开；不要用旧版程序改动这份数据。',
  store_locked: '关闭正在使用这份数据的另一个程序，然后重试。',
  store_damaged: '不要删除任何文件。打开数据文件夹，把整个文件夹复制一份保存好，再用其中 backups 里最近的备份恢复。',
  store_readonly: '请管理员允许本程序写入数据文件夹，或去掉文件夹的只读属性，然后重试。',
  disk_full: '腾出磁盘空间（至少 1 GB），然后重试。',
};

function StoreProblem({ error }: { readonly error: ErrorBody }) {
  return (
    <ErrorPanel
      what={error.message}
      kept="程序没有改动数据文件夹里的任何内容。"
      todo={whatToDo[error.code] ?? '重试一次；仍不行时把上面这句话告诉维护人员。'}
      actions={
        <>
          <RestartButton label="重试" />
          <Button variant="default" onClick={() => void call('shell.show-store', {})}>
            打开数据文件夹
          </Button>
        </>
      }
    />
  );
}

function RestartButton({ label }: { readonly label: string }) {
  const [busy, setBusy] = useState(false);
  const restart = () => {
    setBusy(true);
    void call('shell.restart-engine', {}).finally(() => setBusy(false));
  };
  return (
    <Button loading={busy} onClick={restart} data-autofocus autoFocus>
      {label}
    </Button>
  );
}
