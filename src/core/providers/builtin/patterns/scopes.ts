import type { Candidate, Page, PageRule } from '../candidate.js';
import { titlesOf } from '../context.js';
import { capitalize } from '../language/tokens.js';

/** What a document calls itself. */
const KIND =
  'policy|guide|handbook|manual|notice|agreement|leaflet|booklet|procedure|code|statement|charter|document|page|tutorial|course|article|report|scheme|factsheet|sheet';
const OPENS = new RegExp(
  `^(?:This|The) (?:${KIND}) (is (?:for|meant for|intended for|aimed at)|applies to|does not apply to|covers|does not cover|explains|describes|sets out) `,
  'u',
);
/** "It applies to": of the document, where the heading asks the same. */
const IT_OPENS = /^It (applies to|covers|is for) /;
const ASKING_HEADING = /\b(?:it|this \p{Ll}+) (?:applies|covers|is for)\b|^scope\b|\bwho it is for\b/iu;

/** "This guide is for people who build": whom the document of that title is for, or what it covers. */
export const scopes: PageRule = (page): Candidate[] => {
  const [title] = titlesOf(page.headings(-1).slice(0, 1));
  const top = title ?? titlesOf(firstHeading(page)).at(-1);
  if (top === undefined) return [];
  return page.sentences.flatMap((sentence, i): Candidate[] => {
    if (!sentence.complete || sentence.text.length > 320) return [];
    const before = page.sentences[i - 1];
    const first = before === undefined || before.block !== sentence.block;
    const heading = page.headings(sentence.block).at(-1) ?? '';
    const verb =
      OPENS.exec(sentence.text)?.[1] ??
      (first && ASKING_HEADING.test(heading) ? IT_OPENS.exec(sentence.text)?.[1] : undefined);
    if (verb === undefined) return [];
    const told = sentence.text.slice(sentence.text.indexOf(verb) + verb.length);
    if (
      told.split(' ').length < 5 ||
      /\b(?:this|these|below|above|following|it|they)\b[^,]*,? (?:is|are)\b/i.test(told)
    )
      return [];
    return [
      {
        question: `${asks(verb, told)}?`.replace('TITLE', `“${top}”`),
        answer: `“${top}” ${verb}${told}`,
        type: 'factual',
        evidence: [sentence.quote],
        frame: 'scope',
        worth: 0.8,
        place: `${sentence.block}.${sentence.place}`,
        own: true,
      },
    ];
  });
};

/** The question that "applies to" answers; of people, it asks who. */
function asks(verb: string, told: string): string {
  const who =
    /^ (?:people|anyone|everyone|all (?:staff|employees|members)|staff|members|residents|users|\p{Ll}+ers|those)\b/u.test(
      told,
    );
  const opener = who ? 'Who' : 'What';
  if (verb.startsWith('is ')) return `${opener} is TITLE ${verb.slice(3)}`;
  if (verb.startsWith('does not ')) return `${opener} does TITLE not ${verb.slice(9)}`;
  const base = verb.replace(/^(\p{Ll}+?)(?:ies)\b/u, '$1y').replace(/^(\p{Ll}+?)s\b/u, '$1');
  return `${capitalize(opener)} does TITLE ${base}`;
}

/** The title where the chunk itself holds it. */
const firstHeading = (page: Page): readonly string[] =>
  page.blocks[0]?.kind === 'heading' ? [page.blocks[0].plain.text] : [];
