import { useRoute } from '../../api/queries';
import { Facts } from '../../components/facts';
import { Section } from '../../components/section';
import { Loading, QueryError } from '../../components/state-panels';

const PLATFORMS: Readonly<Record<string, string>> = { win32: 'Windows', linux: 'Linux', darwin: 'macOS' };

/** What this program is, for the person who asks by telephone. */
export function AboutSection() {
  const { data: info, error } = useRoute('shell.info', {});
  const store = useRoute('store.status', {}).data;
  if (error) return <QueryError error={error} />;
  if (!info) return <Loading />;
  return (
    <Section title="知信办案台">
      <Facts
        items={[
          {
            label: '用途',
            value: '知识产权领域以信用为基础的分级分类监管办案。不联网，数据只存放在本机。',
            wide: true,
          },
          { label: '版本', value: info.version },
          { label: '数据结构版本', value: store ? String(store.schemaVersion) : null },
          { label: '操作系统', value: PLATFORMS[info.platform] ?? info.platform },
          { label: 'Electron', value: info.electron },
          { label: 'Chromium', value: info.chrome },
          { label: 'Node.js', value: info.node },
        ]}
      />
    </Section>
  );
}
