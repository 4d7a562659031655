/**
 * Takes the pictures of the README from the real thing: `npm run screenshots`. They show what a newcomer gets from
 * samples/ with the built-in generator.
 */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ReviewPage } from './e2e/review.js';
import { startWorkbench } from './harness/workbench.js';

const folder = fileURLToPath(new URL('../docs/screenshots/', import.meta.url));
await mkdir(folder, { recursive: true });
const editor = await startWorkbench({
  settings: { 'editor.minimap.enabled': false, 'editor.stickyScroll.enabled': false },
  viewport: { width: 1240, height: 760 },
});
const theme = (name: string) =>
  editor.changeSettings({
    'editor.minimap.enabled': false,
    'editor.stickyScroll.enabled': false,
    'workbench.colorTheme': name,
  });
const picture = async (name: string): Promise<void> => {
  await editor.page.waitForTimeout(700); // colours fade, and no event tells when they have
  await editor.page.screenshot({ path: `${folder}${name}.png` });
};

try {
  await editor.openFile('heat-pump-manual.md');
  await editor.runCommand('Pairsmith: Generate Pairs from This Document');
  const review = await ReviewPage.in(editor);
  await review.waitForEnd();
  await editor.runCommand('Notifications: Clear All Notifications');
  await editor.runCommand('View: Close Primary Side Bar');
  await review.frame.getByRole('button', { name: 'Dismiss' }).click();
  await review.focus();
  await review.press('a', 'a', 'r', 'a');
  await review.waitForReviewed('4 of');
  await picture('review');
  await theme('Default Light Modern');
  await review.press('e');
  await review.frame.locator('#editor').waitFor();
  await review.press('End');
  await review.type(' This has been so since 1987.');
  await review.frame
    .getByText(/says 1987/)
    .first()
    .waitFor();
  await picture('editing');
  await review.press('Escape', 'Escape');
  await theme('Default Dark Modern');
  await editor.runCommand('Pairsmith: Export…');
  await editor.page
    .getByText(/Which shape does your trainer read/)
    .or(editor.page.getByText('messages'))
    .first()
    .waitFor();
  await editor.page.keyboard.press('Enter');
  await editor.page.getByText('Accepted and New').waitFor();
  await editor.page.keyboard.press('ArrowDown');
  await editor.page.keyboard.press('Enter');
  await editor.page.getByText('Another Folder…').waitFor();
  await editor.page.keyboard.press('Enter');
  await editor.page.getByText(/^Export \d+ pairs as messages\?$/).waitFor();
  await picture('export');
} finally {
  await editor.close();
}
