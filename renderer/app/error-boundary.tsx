import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { ErrorPanel } from '../components/state-panels';
import css from './full-page.module.css';

type State = { readonly error: Error | null };

/** A page that broke does not take the window with it: what was saved is in the store, the rest can be reopened. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override readonly state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <div className={css.center}>
        <ErrorPanel
          what={`这个页面出现意外错误：${error.message}`}
          kept="已经保存的记录都在，没有受到影响；没有保存的填写内容需要重新填写。"
          todo="重新打开这个页面；反复出现时把上面这句话告诉维护人员。"
          actions={
            <>
              <Button onClick={() => this.setState({ error: null })}>重新打开</Button>
              <Button variant="default" onClick={() => window.location.replace('/index.html')}>
                回到今日
              </Button>
            </>
          }
        />
      </div>
    );
  }
}
