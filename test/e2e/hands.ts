import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

const DAY = 86_400_000;

/** A calendar day as text, some days away from another. */
export const days = (from: string, by: number): string =>
  new Date(Date.parse(`${from}T00:00:00Z`) + by * DAY).toISOString().slice(0, 10);

/** What an officer does with mouse and keyboard. Finds everything by the name that is read aloud. */
export type Hands = ReturnType<typeof handsOn>;

export function handsOn(page: Page) {
  const main = page.getByRole('main');
  const dialog = page.getByRole('dialog');
  const field = (name: string): Locator =>
    page.getByRole('textbox', { name, exact: true }).or(page.getByRole('combobox', { name, exact: true }));
  const heading = (name: string): Promise<void> => page.getByRole('heading', { name, level: 1, exact: true }).waitFor();

  return {
    page,
    main,
    dialog,
    field,
    heading,
    /** Opens a place of the rail and waits for its page. */
    goTo: async (place: string): Promise<void> => {
      await page
        .getByRole('navigation', { name: '主导航' })
        .getByRole('link', { name: new RegExp(`^${place}`) })
        .click();
      await heading(place);
    },
    press: (name: string | RegExp): Promise<void> =>
      page.getByRole('button', { name, exact: typeof name === 'string' }).click(),
    link: (name: string | RegExp): Promise<void> =>
      main
        .getByRole('link', { name, exact: typeof name === 'string' })
        .first()
        .click(),
    write: (name: string, text: string): Promise<void> => field(name).fill(text),
    /** Types a day and leaves the field. */
    date: async (name: string, day: string): Promise<void> => {
      await field(name).fill(day);
      await field(name).blur();
      await expect.poll(() => field(name).inputValue()).toBe(day);
    },
    choose: async (name: string, option: string): Promise<void> => {
      const input = field(name);
      await input.click();
      if (await input.isEditable()) await input.fill(option);
      await page.getByRole('option', { name: option }).first().click();
      await page.getByRole('listbox').waitFor({ state: 'hidden' });
    },
    /** Waits for what was said in the corner, and puts it away. */
    told: async (words: string | RegExp): Promise<void> => {
      const toast = page.getByRole('alert').filter({ hasText: words }).first();
      await toast.waitFor();
      await toast.getByRole('button', { name: '关闭' }).click();
      await toast.waitFor({ state: 'hidden' });
    },
    /** The day on the office's calendar, as the window shows it. */
    today: async (): Promise<string> => {
      const line = page.getByRole('contentinfo').getByText(/^数据截至/);
      return ((await line.textContent()) ?? '').slice(-10);
    },
    /** Tab until this has the keyboard; fails when it cannot be reached without a mouse. */
    tabTo: async (target: Locator): Promise<void> => {
      for (let at = 0; at < 80; at += 1) {
        if (await target.evaluate((element) => element === document.activeElement)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`the keyboard does not reach ${target}`);
    },
  };
}
