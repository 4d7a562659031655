/** Splits a list of words at white space into a set. */
export const wordSet = (...lists: readonly string[]): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => list.trim().split(/\s+/)));

export const articles = wordSet('the a an');
export const determiners = wordSet(
  `the a an this that these those my your his her its our their each every any some no all both either neither
  another other such most more less fewer many much few several enough what which whose`,
);
/** Determiners that need an earlier sentence to be understood. */
export const demonstratives = wordSet('this that these those such');
export const personalPronouns = wordSet('i you he she it we they me him us them mine yours hers ours theirs');
export const firstPerson = wordSet("i we me us my our mine ours myself ourselves let’s let's");
export const thirdPersonPronouns = wordSet(
  'he she it they him them her his its their hers theirs himself herself itself themselves one',
);
export const prepositions = wordSet(
  `of in on at by for with from to into onto about over under between among during before after since until till
  through throughout across along against within without upon towards toward near beyond behind above below
  beside besides despite via per as than like unlike around inside outside off out up down except including
  concerning regarding following amid amongst alongside using`,
);
export const coordinators = wordSet('and or but nor yet so plus');
export const subordinators = wordSet(
  `because although though while whereas if unless when whenever where wherever since once until till before after
  as whether so lest provided that`,
);
export const relatives = wordSet('who whom whose which that where when why');
export const finiteBe = wordSet('is are was were');
export const modals = wordSet('can could may might must shall should will would');
/** Auxiliaries that can stand before the subject in a question. */
export const finiteAuxiliaries = wordSet(
  'is are was were has have had can could may might must shall should will would do does did',
);
export const frequencies = wordSet(
  `always usually often sometimes rarely seldom normally generally typically also only already still just even now
  currently soon probably possibly certainly easily automatically simply mainly mostly largely primarily really
  therefore then thus however too almost nearly both all each ever never not first previously recently once again
  together actually perhaps instead thereby meanwhile somewhat otherwise quickly fully partly widely directly eventually later initially originally finally
  subsequently commonly officially formally explicitly strictly solely merely further thereby indeed quite very`,
);
/** Adverbs that do not end in -ly and may stand before a verb or an adjective. */
export const isAdverb = (word: string): boolean =>
  frequencies.has(word) || (word.length > 4 && word.endsWith('ly') && !notAdverbs.has(word));
const notAdverbs = wordSet(
  'family assembly reply supply apply anomaly monopoly italy july rely ally imply multiply comply early only daily weekly monthly yearly friendly likely butterfly fly jelly belly bully gully folly lily holy ugly silly lonely lively elderly costly deadly orderly quarterly hourly timely curly homely lovely hilly panoply melancholy',
);

/** Words that join a sentence to the one before it, and can go. */
export const CONNECTOR =
  /^(?:already|however|therefore|thus|hence|moreover|furthermore|additionally|in addition(?! to)|also|besides|consequently|as a result(?! of)|accordingly|nevertheless|nonetheless|meanwhile|likewise|similarly|instead(?! of)|otherwise|in fact|indeed|of course|for example|for instance|in particular|specifically|in general|generally|in other words|that said|on the other hand|in contrast|by contrast|conversely|finally|overall|in short|in summary|to summarize|note that|please note that|(?:please )?keep in mind(?: that)?|bear in mind(?: that)?|recall that|(?:please )?be aware that|please remember that|please note|note|remember that|remember|importantly|crucially|notably|today|currently|nowadays|fortunately|unfortunately|ultimately|essentially|basically|typically|usually|normally|often|sometimes|and|but|so|yet|or|plus|then|next|still|even so|eventually|initially|later|originally|subsequently|afterwards|afterward|soon|recently|previously|occasionally|hopefully|obviously|clearly|naturally|curiously|sadly|luckily|thankfully|additionally|in reality|at present|in the end|in total|after all|at the same time|to be clear|in practice|similarly|in turn|alternatively|ideally|historically|traditionally|interestingly|regardless(?! of))\b(?:,\s+|\s+(?=(?:the|a|an|you|we|it|if|when|to|this|these|such|most|all|some|every|each|any|only|there (?:is|are|was|were)|\w+ing)\b))/i;

/** Connectors that lose the sense of the sentence when they go. */
export const HARD_CONNECTOR =
  /^(?:otherwise|instead|alternatively|on the other hand|conversely|in contrast|by contrast|then|for example|for instance|in other words|likewise|similarly)\b/i;

/** Nouns of which the next sentence cannot tell who or what is meant. */
export const vagueHeads = wordSet(
  `thing things way ways one ones part parts case cases reason reasons example examples result results kind kinds
  sort sorts type types lot lots bit fact point points number numbers rest former latter same following others
  other something anything everything nothing someone anyone everyone somebody anybody everybody none idea ideas
  issue situation step steps next first second third last above below goal goals solution problem answer question
  approach purpose difference matter option effort`,
);

export const genericHeadings =
  /^(?:for immediate release|press release|overview|introduction|intro|background|contents|table of contents|summary|abstract|notes?|details|general|about|faqs?|frequently asked questions|questions(?: and answers)?|q ?& ?a|history|references|see also|further reading|resources|links|examples?|usage|motivation|rationale|specification|discussion|agenda|present|minutes|misc(?:ellaneous)?|other|appendix|conclusions?|status|description|scope|purpose|definitions?|requirements|options|features|getting started|installation|setup|configuration|what'?s next|next steps|related|tips|warning|important|steps?|procedure|process|home|readme|more|part \d+|section \d+|chapter \d+|step \d+|\d+[\d.]*|announcements|review of last meeting|q&a|guidance|policy|terms|key|core|drawbacks?|alternatives|detailed design|examples and interactions|unresolved questions|prior art|future work|future directions|contributing|workflow|approach|results|limitations|advantages|disadvantages|benefits|key points|audience|prerequisites|basics|summary and conclusions?|problem|problem statement|solution|proposal|proposed solution|goals?|non-goals|other options|best practices|tools|help|support|how it works|assignments?|exercises?|projects?|tasks?|lessons?|homework|practice|quiz|troubleshooting|considerations|knowledge check|additional resources|early life|career|reception|legacy|personal life|plot|production|release|development|music|composition|context|transcript|adjustments?|policies|templates?|key responsibilities|responsibilities|(?:required|recommended|general|action) (?:actions|guidance|information|items?|notes)|implementation(?: details)?|content guidelines|title|year|main (?:text|content)|(?:january|february|march|april|may|june|july|august|september|october|november|december) recap|updates?|news|free response|review questions|glossary|section summary|chapter (?:summary|review)|key (?:terms|concepts|takeaways)|activity|activities|additional questions|decisions?|consequences|learning (?:activities|objectives?|outcomes?|goals?)|quiz.*|check your knowledge)$/i;

/** Headings over questions, whose choices are mostly wrong. */
export const QUIZ =
  /^(?:(?:chapter |section |self[- ])?(?:review|multiple[- ]choice|practice|test) (?:questions?|quiz|exercises?|problems?)|quiz(?:zes)?|exercises|homework|self[- ]check|test yourself|check your understanding|knowledge check)\b/i;
