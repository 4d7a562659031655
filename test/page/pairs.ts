/** Pairs like those of a real dataset, for the page to show. The same each time. */
import type { Detail, FailureDetail, PageSource, PairDetail, Row } from '../../src/protocol.js';

interface Seed {
  readonly heading: readonly string[];
  readonly question: string;
  readonly answer: string;
  /** The chunk, the quote in it in double square brackets. */
  readonly text: string;
  readonly type: 'factual' | 'analytical' | 'explanatory' | 'inferential';
  readonly line: number;
  /** What the source does not say: words of the answer, and the reason. */
  readonly wrong?: readonly { words: string; code: string; message: string }[];
  readonly verdict?: 'partly' | 'unsupported' | 'unchecked';
}

const document = 'policies/remote-work-policy.md';
const top = 'Remote Work Policy';
export const seeds: readonly Seed[] = [
  {
    heading: [top, '4 Request and approval', '4.1 Eligibility'],
    question: 'When may an employee ask for a hybrid or fully remote arrangement?',
    answer:
      'After completing three months of service. The three-month period may be waived when the role was advertised as remote.',
    text: '[[An employee may ask for a hybrid or fully remote arrangement after completing three months of service.]] The three-month period may be waived when the role was advertised as remote. An employee who is on a formal performance plan may not start a new arrangement until the plan has ended.',
    type: 'factual',
    line: 53,
  },
  {
    heading: [top, '4 Request and approval', '4.2 How to apply'],
    question:
      'How quickly does the line manager have to decide on a request for remote work, and in what form?',
    answer:
      'The line manager meets the employee within 15 working days to discuss the request and gives a written decision within 20 working days of receiving the form. The director of People signs it.',
    text: 'The employee completes form HR-14A and sends it to the line manager. [[The line manager meets the employee within 10 working days to discuss the request. The line manager gives a written decision within 20 working days of receiving the form.]] The People team enters an approved agreement in the register and arranges the workstation assessment described in section 5.3.',
    type: 'explanatory',
    line: 59,
    verdict: 'partly',
    wrong: [
      {
        words: '15 working days',
        code: 'number',
        message: 'says 15 working days, the source says 10 working days',
      },
      {
        words: 'The director of People signs it',
        code: 'content',
        message: 'the source does not say who signs the decision',
      },
    ],
  },
  {
    heading: [top, '2 Scope', '2.2 Kinds of arrangement'],
    question: 'What counts as occasional remote work?',
    answer: 'Up to four days in a calendar month, agreed by message with the line manager.',
    text: 'The company recognises three kinds of remote work: [[Occasional remote work is up to four days in a calendar month, agreed by message with the line manager.]] Hybrid work is a regular pattern of one to three remote days a week, recorded in a remote work agreement.',
    type: 'factual',
    line: 27,
  },
  {
    heading: [top, '3 Responsibilities'],
    question: 'Who may suspend remote access, and when?',
    answer:
      'Tomasz Weir may suspend remote access at any time if an account or device appears to be compromised.',
    text: 'The register is kept by Tomasz Weir, People Operations Adviser. [[The Information Security Officer, Dr Ruth Adeyinka, approves the technical controls in section 6 and may suspend remote access at any time if an account or device appears to be compromised.]]',
    type: 'factual',
    line: 43,
    verdict: 'unsupported',
    wrong: [
      {
        words: 'Tomasz Weir',
        code: 'misplaced',
        message: 'says Tomasz Weir, the source says Dr Ruth Adeyinka, the Information Security Officer',
      },
    ],
  },
  {
    heading: [top, '2 Scope', '2.3 Roles that cannot be done remotely'],
    question: 'Why must pressure-rig operators and goods-in staff work on site?',
    answer:
      'Because the task or the legal duty is tied to the place: their roles depend on fixed equipment or on controlled conditions.',
    text: 'Some roles depend on fixed equipment or on controlled conditions. [[Pressure-rig operators, clean-room assemblers, goods-in staff and site first aiders on rota must work on site, because the task or the legal duty is tied to the place.]] A person in one of these roles may still use occasional remote work for training, reporting and appraisal.',
    type: 'analytical',
    line: 33,
  },
  {
    heading: [top, '1 Purpose'],
    question: 'What did version 3 of the policy replace?',
    answer:
      'Version 2.4 of June 2022, which had been written for the emergency arrangements of the preceding years.',
    text: 'This policy sets out who may work away from a Brackwater site, how a remote arrangement is agreed, and what the company and the employee each owe the other while it lasts. [[Version 3 of the policy replaced version 2.4 of June 2022, which had been written for the emergency arrangements of the preceding years.]] The present edition, 3.2, sets a limit on overseas work and adds rules on instruments kept at home.',
    type: 'factual',
    line: 10,
  },
  {
    heading: [top, '4 Request and approval', '4.3 Grounds for refusal'],
    question:
      'On which grounds may a request for remote work be refused, and what must the written decision contain?',
    answer:
      'Only if the work cannot be divided without harm to quality, customers would be left without cover during published hours, the security controls cannot be met at the proposed address, or the cost would exceed £1,500 in the first year. The written decision must name the reason and the evidence for it.',
    text: '[[A request may be refused only for one or more of the following reasons: the work cannot be divided without harm to quality; customers would be left without cover during published hours; the security controls in section 6 cannot be met at the proposed address; or the cost of the arrangement would exceed £1,500 in the first year. The written decision must name the reason and the evidence for it.]]',
    type: 'explanatory',
    line: 68,
  },
  {
    heading: [top, '2 Scope', '2.1 Who is covered'],
    question: 'Are apprentices covered by the policy?',
    answer: 'Yes, from the start of their second year.',
    text: 'The policy applies to all employees of Brackwater Instruments at Denholm Quay, Corrie Mill and the Sandle Road depot, including those on fixed-term contracts of six months or longer. [[Apprentices are covered from the start of their second year.]] Agency staff and contractors are not covered; their place of work is fixed in the contract with their agency.',
    type: 'inferential',
    line: 21,
    verdict: 'unchecked',
  },
];

const documents = [document, 'policies/overseas.md', 'minutes/harbour-council-minutes.md'] as const;
const statuses = [
  'accepted',
  'accepted',
  'new',
  'rejected',
  'new',
  'accepted',
  'new',
  'new',
  'accepted',
  'new',
] as const;

export function pairOf(seed: Seed, n: number): PairDetail {
  const start = seed.text.indexOf('[[');
  const quote = seed.text.slice(start + 2, seed.text.indexOf(']]'));
  const text = seed.text.replace('[[', '').replace(']]', '');
  const path = documents[n % 9 === 4 ? 1 : n % 11 === 6 ? 2 : 0];
  const stale = n % 23 === 11;
  const found = (words: string): [number, number] => {
    const at = seed.answer.indexOf(words);
    return [at, at + words.length];
  };
  const reasons = (seed.wrong ?? []).map(({ words, code, message }) => ({ code, message, at: found(words) }));
  const source: PageSource = {
    chunk: `chunk-${n}`,
    document: path,
    heading: [...seed.heading],
    line: seed.line,
    text,
    spans: [{ at: [start, start + quote.length], quote, found: !stale }],
    ...(stale
      ? { now: quote.replace('three months', 'six months').replace(/\.$/, ', as the People team confirms.') }
      : {}),
  };
  const edited = n % 13 === 5;
  const row: Extract<Row, { kind: 'pair' }> = {
    kind: 'pair',
    id: `01K9-${n}.0`,
    document: path,
    heading: seed.heading.slice(1).join(' › '),
    title: n < seeds.length ? seed.question : `${seed.question} (${n})`,
    status: n < 2 ? 'new' : (statuses[n % statuses.length] ?? 'new'),
    questionType: seed.type,
    verdict: seed.verdict ?? 'supported',
    stale,
    edited,
    tags: n % 6 === 1 ? ['dates', 'check with Ines'] : [],
    ...(n % 4 === 2 ? { rating: 3 + (n % 3) } : {}),
  };
  return {
    kind: 'pair',
    id: row.id,
    row,
    prompt: [{ role: 'user', content: row.title }],
    completion: seed.answer,
    ...(edited
      ? {
          original: {
            prompt: [{ role: 'user', content: row.title }],
            completion: seed.answer.replace('the', 'a').replace('site', 'the site'),
          },
        }
      : {}),
    ...(n % 6 === 1 ? { note: 'Ask Ines whether the form has changed.' } : {}),
    ...(seed.verdict === 'unchecked'
      ? {}
      : {
          grounding: {
            verdict: seed.verdict ?? 'supported',
            score: seed.wrong ? 0.6 : 1,
            reasons,
            unsupported: reasons.map(({ at }) => at),
          },
        }),
    sources: [source],
    recipe: 'qa',
    provider: 'ollama',
    model: 'qwen3:8b',
    run: { number: 12, at: Date.UTC(2026, 10, 20, 9, 30) },
    ms: 412 + (n % 7) * 100,
  };
}

export function failureOf(n: number): FailureDetail {
  const message =
    'The reply was cut off at 512 tokens. Raise the limit (maxTokens) or ask for fewer pairs per chunk.';
  return {
    kind: 'failure',
    id: `failure-${n}`,
    row: {
      kind: 'failure',
      id: `failure-${n}`,
      document,
      heading: '6 Security › 6.2 Networks',
      title: 'Cut off at 512 tokens',
      code: 'cut-off',
    },
    code: 'cut-off',
    message,
    reply:
      '{"pairs": [{"question": "Which networks may be used for company data?", "answer": "A home network with WPA2 or WPA3 encryption, or the company\'s mobile data. Public networks only through the',
    source: {
      chunk: `failed-chunk-${n}`,
      document,
      heading: [top, '6 Security', '6.2 Networks'],
      line: 112,
      text: 'Company data may be used over a home network with WPA2 or WPA3 encryption or over the company’s mobile data. Public networks may be used only through the company’s VPN, which disconnects after 15 minutes without activity.',
      spans: [],
    },
  };
}

/** As many pairs as wanted, a failure now and then. */
export function makeDataset(pairs: number, failures = Math.min(2, pairs)): Detail[] {
  const made: Detail[] = Array.from({ length: pairs }, (_, n) => pairOf(seeds[n % seeds.length] as Seed, n));
  for (let n = 0; n < failures; n++) made.splice(Math.min(made.length, 9 + n * 4), 0, failureOf(n));
  return made;
}
