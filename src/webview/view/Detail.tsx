import type { FailureDetail, PairDetail } from '../../protocol.js';
import { retry } from '../store/decide.js';
import { selectedDetail, selectedRow } from '../store/rows.js';
import { blocked } from '../store/state.js';
import { t } from '../t.js';
import { Answer } from './Answer.js';
import { Bar } from './Bar.js';
import { Button, keyOf } from './Button.js';
import { Evidence, ShowButton, Where } from './Evidence.js';
import { Icon } from './icons.js';
import { Meta } from './Meta.js';
import { usePage } from './page.js';
import { Question } from './Question.js';
import { Section } from './Section.js';
import { Long, Pieces } from './Text.js';

/**
 * The selected pair. Its parts keep their places from pair to pair; what is long scrolls within its part. The line of
 * the rating and the buttons stay the same elements, so that a button that is pressed keeps the focus.
 */
export function Detail() {
  const { state } = usePage();
  const detail = selectedDetail(state);
  const row = selectedRow(state);
  return (
    <section class="detail" id="detail" aria-label={t('Selected pair')}>
      {detail?.kind === 'failure' ? (
        <Failure key={detail.id} detail={detail} />
      ) : (
        row && (
          <div class={`pair${detail ? '' : ' coming'}`} aria-busy={detail === undefined}>
            {detail ? <Texts key={detail.id} detail={detail} /> : <Coming key="" title={row.title} />}
            <Meta detail={detail} />
            <Bar />
          </div>
        )
      )}
    </section>
  );
}

function Texts({ detail }: { detail: PairDetail }) {
  return (
    <>
      <Question detail={detail} />
      <Answer detail={detail} />
      <Evidence detail={detail} />
    </>
  );
}

/** What is known of a pair until its texts are there. */
function Coming({ title }: { title: string }) {
  return (
    <>
      <Section name={t('Question')} class="question">
        <div class="turn asked">
          <div class="prose" dir="auto">
            <Pieces value={title} />
          </div>
        </div>
      </Section>
      <Section name={t('Answer')} class="answer">
        {undefined}
      </Section>
      <Section name={t('Evidence')} class="evidence">
        {undefined}
      </Section>
    </>
  );
}

/** A chunk that gave no pair because something failed: why, what the model sent, and the way on. */
function Failure({ detail }: { detail: FailureDetail }) {
  const { state, play, act } = usePage();
  const { source, reply } = detail;
  const all = state.view?.counts.failed ?? 1;
  return (
    <div class="pair failure">
      <Section
        name={t('What failed')}
        class="reason"
        tools={source && <ShowButton detail={detail} source={0} />}
      >
        <p class="reason-line">
          <Icon name="error" kind="failed" />
          <span class="prose" dir="auto">
            <Pieces value={detail.message} />
          </span>
        </p>
        {source && <Where source={source} />}
      </Section>
      <Section name={t('What the model sent')} class="reply">
        {reply === undefined || reply === '' ? (
          <p class="quiet">{t('Nothing came back')}</p>
        ) : (
          <div class="prose code" dir="auto">
            <Long value={reply} draw={(shown) => <Pieces value={shown} />} />
          </div>
        )}
      </Section>
      {source && (
        <Section name={t('The text it was asked about')} class="evidence">
          <blockquote class="quote" dir="auto">
            <Long value={source.text} draw={(shown) => <Pieces value={shown} />} />
          </blockquote>
        </Section>
      )}
      <div class="actions" role="toolbar" aria-label={t('Actions')}>
        <Button
          kind="primary"
          icon="refresh"
          label={t('Retry')}
          keyName={keyOf(state.keys, 'retry')}
          disabled={blocked(state)}
          onClick={() => play((turn) => retry(turn, [detail.id]))}
        />
        {all > 1 && (
          <Button
            label={t('Retry all {0}', all)}
            keyName={keyOf(state.keys, 'retryAll')}
            disabled={blocked(state)}
            onClick={() => act('retryAll')}
          />
        )}
        <Button
          kind="link"
          label={t('Show log')}
          onClick={() => play((turn) => turn.send({ type: 'command', command: 'showLog' }))}
        />
      </div>
    </div>
  );
}
