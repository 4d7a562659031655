import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Detail, PageSource, PairDetail } from '../../protocol.js';
import { show } from '../store/act.js';
import { cut, passages, quoteIn } from '../text/context.js';
import { segments } from '../text/ranges.js';
import { plain } from '../text/visible.js';
import type { Range } from '../text/ranges.js';
import { sharedWords } from '../text/words.js';
import { t } from '../t.js';
import { Button, keyOf } from './Button.js';
import { Icon } from './icons.js';
import { actionName, fileName } from './names.js';
import { usePage } from './page.js';
import { Section } from './Section.js';
import { Stale } from './Stale.js';
import { Long, Pieces, Text } from './Text.js';

/** What the answer rests on: the quotes in their surroundings, with the words that the answer uses. */
export function Evidence({ detail }: { detail: PairDetail }) {
  const { state, act } = usePage();
  return (
    <Section
      name={t('Evidence')}
      class="evidence"
      tools={
        detail.sources.length > 0 && (
          <>
            <Button
              kind="icon"
              icon="unfold"
              label={actionName('chunk')}
              keyName={keyOf(state.keys, 'chunk')}
              pressed={state.layout.chunk === true}
              onClick={() => act('chunk')}
            />
            <ShowButton detail={detail} source={0} />
          </>
        )
      }
    >
      {detail.sources.length === 0 && <p class="quiet">{t('No source: written by hand or imported')}</p>}
      {detail.sources.map((source, i) => (
        <Source key={source.chunk} detail={detail} source={source} n={i} />
      ))}
    </Section>
  );
}

export function ShowButton({ detail, source }: { detail: Detail; source: number }) {
  const { state, play } = usePage();
  const none = detail.kind === 'pair' ? detail.sources.length === 0 : detail.source === undefined;
  if (none) return null;
  return (
    <Button
      kind="icon"
      icon="go-to-file"
      label={t('Show the evidence in the source')}
      {...(source === 0 ? { keyName: keyOf(state.keys, 'evidence') } : {})}
      onClick={() => play((turn) => show(turn, source, undefined, false))}
    />
  );
}

export function Where({ source }: { source: PageSource }) {
  return (
    <div class="from">
      <Icon name="file-text" />
      <span class="path" title={plain(cut([source.document, ...source.heading].join(' › '), 500))}>
        <Text value={cut(fileName(source.document), 200)} />
        {source.heading.slice(-2).map((heading, i) => (
          <span key={i}>
            <span class="sep">›</span>
            <Text value={cut(heading, 200)} />
          </span>
        ))}
      </span>
      {source.line !== undefined && <span class="line">{t('line {0}', source.line)}</span>}
    </div>
  );
}

function Source({ detail, source, n }: { detail: PairDetail; source: PageSource; n: number }) {
  const { state, play } = usePage();
  const whole = state.layout.chunk === true && source.spans.length > 0;
  const lost = source.problem === undefined ? source.spans.filter(({ found }) => !found) : [];
  const kept = source.spans.flatMap(({ at, found }, span) =>
    found || source.problem !== undefined ? [{ at, span }] : [],
  );
  const stale = lost.length > 0 || source.now !== undefined;
  return (
    <div class="source">
      <div class="source-head">
        <Where source={source} />
        {n > 0 && <ShowButton detail={detail} source={n} />}
      </div>
      {source.problem !== undefined && (
        <p class="stale-line">
          <Icon name="warning" kind="warning" />
          <Text value={cut(source.problem, 500)} />
        </p>
      )}
      {whole && <Whole source={source} answer={detail.completion} first={n === 0} />}
      {!whole &&
        passages(kept.map(({ at }) => at)).map((of) => (
          <Quote
            key={of[0]}
            source={source}
            ranges={of.map((i) => kept[i]?.at ?? [0, 0])}
            answer={detail.completion}
            onShow={() => play((turn) => show(turn, n, kept[of[0]]?.span, false))}
          />
        ))}
      {source.spans.length === 0 && !stale && (
        <blockquote class="quote" dir="auto">
          <Long value={source.text} draw={(shown) => <Shared text={shown} answer={detail.completion} />} />
        </blockquote>
      )}
      {stale && <Stale source={source} before={lost.map(({ quote }) => quote).join('\n') || source.text} />}
    </div>
  );
}

/** The whole chunk with its quotes in it; the first of them is scrolled into sight. */
function Whole({ source, answer, first }: { source: PageSource; answer: string; first: boolean }) {
  const box = useRef<HTMLQuoteElement>(null);
  useLayoutEffect(() => {
    const said = box.current?.querySelector<HTMLElement>('.quoted');
    const scroll = said?.closest('.scroll');
    if (!first || !said || !scroll) return;
    if (said.offsetTop + said.offsetHeight > scroll.clientHeight) scroll.scrollTop = said.offsetTop - 8;
  }, []);
  const ranges = source.spans.map(({ at }) => at);
  return (
    <blockquote class="quote" dir="auto" ref={box}>
      <Long value={source.text} draw={(shown) => <Quoted text={shown} ranges={ranges} answer={answer} />} />
    </blockquote>
  );
}

/** A text with its quotes told from what stands between them. */
function Quoted({ text, ranges, answer }: { text: string; ranges: readonly Range[]; answer: string }) {
  return (
    <>
      {segments(text, ranges).map((segment, i) =>
        segment.range === undefined ? (
          <span class="around" key={i}>
            <Pieces value={segment.text} />
          </span>
        ) : (
          <strong class="quoted" key={i}>
            <Shared text={segment.text} answer={answer} />
          </strong>
        ),
      )}
    </>
  );
}

interface QuoteProps {
  source: PageSource;
  ranges: readonly Range[];
  answer: string;
  onShow: () => void;
}

/** Quotes of one passage, with a little of what stands around them. */
function Quote({ source, ranges, answer, onShow }: QuoteProps) {
  const from = Math.max(0, Math.min(...ranges.map(([start]) => start)));
  const to = Math.max(...ranges.map(([, end]) => end));
  const { before, quote, after, cutBefore, cutAfter } = quoteIn(source.text, [from, to]);
  const within = ranges.map(([start, end]): Range => [start - from, end - from]);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the same is on a key and on a button
    <blockquote class="quote" dir="auto" onDblClick={onShow}>
      <span class="around">
        {cutBefore && '…'}
        <Pieces value={before} />
      </span>
      <Long value={quote} draw={(shown) => <Quoted text={shown} ranges={within} answer={answer} />} />
      <span class="around">
        <Pieces value={after} />
        {cutAfter && '…'}
      </span>
    </blockquote>
  );
}

/** A text with the words that the answer uses marked. */
function Shared({ text, answer }: { text: string; answer: string }) {
  const ranges = useMemo(() => sharedWords(text, cut(answer, 20_000)), [text, answer]);
  return (
    <>
      {segments(text, ranges).map((segment, i) =>
        segment.range === undefined ? (
          <Pieces key={i} value={segment.text} />
        ) : (
          <mark key={i} class="shared">
            <Pieces value={segment.text} />
          </mark>
        ),
      )}
    </>
  );
}
