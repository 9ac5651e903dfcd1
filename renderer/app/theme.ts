import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const indigo: MantineColorsTuple = [
  '#eef3f8',
  '#dce6f0',
  '#b9cce0',
  '#92b0ce',
  '#6e95bc',
  '#4a77a3',
  '#24507a',
  '#1c4165',
  '#163452',
  '#0f263d',
];
const seal: MantineColorsTuple = [
  '#fbefed',
  '#f5ddd9',
  '#e5b9b3',
  '#de938a',
  '#d06d61',
  '#c24f42',
  '#b3372b',
  '#962c22',
  '#78231b',
  '#5a1a14',
];
const gray: MantineColorsTuple = [
  '#fbfaf7',
  '#f4f2ec',
  '#edeae3',
  '#e6e3dc',
  '#d3cfc5',
  '#c3beb2',
  '#6f7580',
  '#5b6472',
  '#3c4552',
  '#1d2430',
];

const hairline = '0 1px 1px rgb(29 36 48 / 8%)';
const quick = { duration: 100, transition: 'fade' } as const;

/** Mantine in the colours and measures of tokens.css. */
export const theme = createTheme({
  colors: { indigo, seal, gray },
  primaryColor: 'indigo',
  primaryShade: { light: 6, dark: 4 },
  black: '#1d2430',
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-mono)',
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.5', sm: '1.6', md: '1.6', lg: '1.6', xl: '1.6' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '4px', sm: '6px', md: '6px', lg: '6px', xl: '6px' },
  defaultRadius: 'sm',
  shadows: { xs: hairline, sm: hairline, md: hairline, lg: hairline, xl: hairline },
  headings: {
    fontFamily: 'var(--font)',
    fontWeight: '600',
    sizes: { h1: { fontSize: '20px' }, h2: { fontSize: '16px' }, h3: { fontSize: '14px' } },
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'sm' }, styles: { root: { fontWeight: 500 } } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray.7' } },
    InputWrapper: {
      // hints below, so that the inputs of one row stand on one line
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
      styles: { label: { fontWeight: 500, marginBottom: 2 } },
    },
    Select: {
      // a refused form moves to its first problem: a list that opens by itself would cover the message
      defaultProps: { nothingFoundMessage: '没有匹配的选项', checkIconPosition: 'right', openOnFocus: false },
    },
    Modal: {
      defaultProps: {
        centered: true,
        transitionProps: quick,
        overlayProps: { backgroundOpacity: 0.28 },
        closeButtonProps: { 'aria-label': '关闭' },
      },
    },
    Menu: {
      defaultProps: { transitionProps: quick, position: 'bottom-end' },
      styles: { dropdown: { borderColor: 'var(--line-strong)' } },
    },
    Popover: { defaultProps: { transitionProps: quick }, styles: { dropdown: { borderColor: 'var(--line-strong)' } } },
    Tooltip: { defaultProps: { transitionProps: quick, openDelay: 300 } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': '关闭' } } },
  },
});

export const cssVariables: CSSVariablesResolver = () => {
  const both = {
    '--mantine-color-body': 'var(--card)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-2)',
    '--mantine-color-placeholder': 'var(--ink-3)',
    '--mantine-color-default': 'var(--card)',
    '--mantine-color-default-hover': 'var(--row-hover)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-error': 'var(--seal)',
    '--mantine-color-anchor': 'var(--accent)',
  };
  return { variables: {}, light: both, dark: both };
};
