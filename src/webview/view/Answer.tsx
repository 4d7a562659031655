import type { PageGrounding, PairDetail } from '../../protocol.js';
import { draftOf } from '../store/draft.js';
import { shiftRanges } from '../text/ranges.js';
import { t } from '../t.js';
import { Button, keyOf } from './Button.js';
import { Diff } from './Diff.js';
import { Editor, EditorFoot } from './Editor.js';
import { Icon } from './icons.js';
import { Marked, marksOf } from './Marked.js';
import { verdictIcon, verdictName } from './names.js';
import { usePage } from './page.js';
import { Section } from './Section.js';
import { Long, Pieces, Text } from './Text.js';

/** The completion with what the source does not support marked, and why below. */
export function Answer({ detail }: { detail: PairDetail }) {
  const { state, act } = usePage();
  const draft = draftOf(state);
  const editing = draft?.field === 'completion' ? draft : undefined;
  const checked = draft ? state.checked : undefined;
  const grounding = checked?.grounding ?? detail.grounding;
  const text = editing?.text ?? detail.completion;
  const unsupported = shiftRanges(grounding?.unsupported ?? [], checked?.text ?? detail.completion, text);
  const { original } = detail;
  return (
    <Section
      name={t('Answer')}
      class="answer"
      state={<Verdict grounding={grounding} checking={state.checking !== undefined} />}
      tools={
        <>
          {original && (
            <Button
              kind="icon"
              icon="diff"
              label={t('What was changed')}
              keyName={keyOf(state.keys, 'original')}
              pressed={state.original}
              onClick={() => act('original')}
            />
          )}
          <Button
            kind="icon"
            icon="copy"
            label={t('Copy question and answer')}
            keyName={keyOf(state.keys, 'copy')}
            onClick={() => act('copy')}
          />
          <Button
            kind="icon"
            icon="edit"
            label={t('Edit the answer')}
            keyName={keyOf(state.keys, 'edit')}
            onClick={() => act('edit')}
          />
        </>
      }
      after={
        <>
          <Reasons grounding={grounding} />
          {editing && <EditorFoot draft={editing} />}
        </>
      }
    >
      <div class="prose" dir="auto">
        {editing ? (
          <Editor key={detail.id} draft={editing} unsupported={unsupported} label={t('Answer')} />
        ) : state.original && original ? (
          <Diff before={original.completion} after={detail.completion} />
        ) : (
          <Long
            value={detail.completion}
            draw={(shown) => <Marked text={shown} marks={marksOf(grounding)} />}
          />
        )}
      </div>
      {detail.rejected !== undefined && (
        <div class="beside">
          <span class="role">{t('The worse answer')}</span>
          <div class="prose" dir="auto">
            <Long value={detail.rejected} draw={(shown) => <Pieces value={shown} />} />
          </div>
        </div>
      )}
      {detail.reasoning !== undefined && (
        <details class="beside">
          <summary>{t('Reasoning')}</summary>
          <div class="prose" dir="auto">
            <Long value={detail.reasoning} draw={(shown) => <Pieces value={shown} />} />
          </div>
        </details>
      )}
    </Section>
  );
}

/** How the answer stands on its source, in a word. */
function Verdict({ grounding, checking }: { grounding: PageGrounding | undefined; checking: boolean }) {
  const verdict = grounding?.verdict ?? 'unchecked';
  return (
    <span class="verdict">
      <Icon name={verdictIcon[verdict]} kind={verdict} />
      <span>{verdictName(verdict)}</span>
      {checking && <span class="quiet">{t('checking…')}</span>}
    </span>
  );
}

/** Why it does not stand: each reason as a sentence. */
function Reasons({ grounding }: { grounding: PageGrounding | undefined }) {
  if (grounding === undefined || grounding.reasons.length === 0) return null;
  return (
    <ul class="reasons" tabIndex={0} aria-label={t('Reasons')}>
      {grounding.reasons.slice(0, 50).map(({ message }, i) => (
        <li key={i}>
          <Text value={message} />
        </li>
      ))}
    </ul>
  );
}
