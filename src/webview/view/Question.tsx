import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PageMessage, PairDetail } from '../../protocol.js';
import { draftOf, questionAt, questionOf } from '../store/draft.js';
import { t } from '../t.js';
import { Button, keyOf } from './Button.js';
import { Diff } from './Diff.js';
import { Editor, EditorFoot } from './Editor.js';
import { usePage } from './page.js';
import { Section } from './Section.js';
import { Long, Pieces } from './Text.js';

const roleName = (role: PageMessage['role']): string =>
  ({ system: t('System'), user: t('User'), assistant: t('Assistant'), tool: t('Tool') })[role];

/** The prompt: what is asked, and the turns before it. */
export function Question({ detail }: { detail: PairDetail }) {
  const { state, act } = usePage();
  const draft = draftOf(state);
  const editing = draft?.field === 'question' ? draft : undefined;
  const at = questionAt(detail.prompt);
  const last = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = last.current;
    if (element && detail.prompt.length > 1)
      element.closest('.scroll')?.scrollTo({ top: element.offsetTop - 20 });
  }, []);
  const { original } = detail;
  return (
    <Section
      name={t('Question')}
      class="question"
      tools={
        at >= 0 && (
          <Button
            kind="icon"
            icon="edit"
            label={t('Edit the question')}
            keyName={keyOf(state.keys, 'editQuestion')}
            onClick={() => act('editQuestion')}
          />
        )
      }
      after={editing && <EditorFoot draft={editing} />}
    >
      {detail.prompt.length === 0 && <p class="quiet">{t('No prompt: plain text to train on')}</p>}
      {detail.prompt.map((message, i) => {
        const asked = i === at;
        return (
          <div key={i} class={`turn ${asked ? 'asked' : 'earlier'}`} ref={asked ? last : null}>
            {detail.prompt.length > 1 && <span class="role">{roleName(message.role)}</span>}
            <div class="prose" dir="auto">
              {asked && editing ? (
                <Editor key={detail.id} draft={editing} unsupported={[]} label={t('Question')} />
              ) : asked && state.original && original ? (
                <Diff
                  before={original.prompt[questionAt(original.prompt)]?.content ?? ''}
                  after={questionOf(detail)}
                />
              ) : (
                <Long value={message.content} draw={(shown) => <Pieces value={shown} />} />
              )}
            </div>
            {message.toolCalls?.map((call) => (
              <div key={call.id} class="call" dir="auto">
                <Pieces value={`${call.name}(${call.arguments})`} />
              </div>
            ))}
          </div>
        );
      })}
    </Section>
  );
}
