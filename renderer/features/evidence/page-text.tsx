import { useRoute } from '../../api/queries';
import { Loading, QueryError } from '../../components/state-panels';
import css from './viewer.module.css';

/** A saved page as plain text; nothing in it is run. */
export function PageText({ id, url }: { readonly id: string; readonly url: string | null }) {
  const page = useRoute('evidence.read-page', { id });
  if (page.error) return <QueryError error={page.error} />;
  if (!page.data) return <Loading label="正在读取网页" />;
  const { title, text, cut } = page.data;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keys
    <pre className={css.text} tabIndex={0}>
      {[url ? `网址：${url}` : '', title ? `标题：${title}` : '', '（以下为网页中的文字，未运行其中的程序）', text]
        .filter(Boolean)
        .join('\n')}
      {cut ? '\n（文字过长，后面未显示；全文请用其他程序打开）' : ''}
    </pre>
  );
}
